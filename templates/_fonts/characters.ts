const VARIATION_SELECTOR = /\p{Variation_Selector}/gu
const INVISIBLE = /[\p{Cf}\p{Cc}]/gu
/** U+FEFF counts as white space in expressions, but it is an invisible mark. */
const SPACE = /[^\S\n\u3000\uFEFF]/gu
const MARKED = /\P{M}\p{M}+/gu

/**
 * Text as it can stand on paper. Nothing that has a shape of its own is changed or dropped:
 * - line ends of every kind become `\n`; every space but the ideographic one becomes U+0020;
 * - control and format characters (bidi overrides, zero-width, soft hyphen) have no shape and go, so a name cannot be
 *   turned round by an invisible mark;
 * - variation selectors go: they choose among shapes of the same letter, never another letter;
 * - a base with combining marks becomes the composed letter where Unicode has one. Nothing else is normalised, because
 *   NFC would exchange CJK compatibility ideographs, which occur in names, for other shapes.
 */
export function printable(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(SPACE, ' ')
    .replace(VARIATION_SELECTOR, '')
    .replace(INVISIBLE, (c) => (c === '\n' ? c : ''))
    .replace(MARKED, (cluster) => cluster.normalize('NFC'))
}

/** Splits text in characters as people count them: a code point with its combining marks. */
export function clusters(text: string): string[] {
  return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
}

/** U+20BB7 for 𠮷, U+006D U+0300 for a letter with its mark. Half of a surrogate pair is named by its own value. */
export function codePointName(cluster: string): string {
  return [...cluster].map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u2014\u2018-\u201D\u2026\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u

/** True for characters that occupy a cell of the 28 × 22 grid and take part in justification. */
export function isWide(character: string): boolean {
  return WIDE.test(character)
}
