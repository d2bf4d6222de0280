import type { MissingGlyph } from '../_fonts/missing.ts'

/** Text with 〓 for each character that no font has, and the note that names them. */
export function standIns(missing: readonly MissingGlyph[]) {
  const characters = new Set(missing.map((one) => one.character))
  const names = [...new Set(missing.map((one) => one.codePoint))].join('、')
  return {
    printable: (text: string) => Array.from(text, (character) => (characters.has(character) ? '〓' : character)).join(''),
    note: `〓是本机关字体里没有的字（${names}）`,
  }
}
