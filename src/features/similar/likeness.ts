/** What every request says; it makes no two of them alike. */
const BOILERPLATE = /申请公开|请求公开|请公开|政府信息公开|政府信息|我想申请|我要申请|希望提供|提供|公开|申请|以下|下列|有关|相关|关于/gu
const HAN = '\\u3005\\u3007\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{323AF}'
const RUNS = new RegExp(`[${HAN}]+|[a-z0-9]+`, 'gu')
const BLANK_BETWEEN_HAN = new RegExp(`(?<=[${HAN}])\\s+(?=[${HAN}])`, 'gu')
const IS_HAN = new RegExp(`^[${HAN}]`, 'u')

/** The text without what every request says. */
export function withoutBoilerplate(text: string): string {
  return text.replace(BOILERPLATE, ' ')
}

/** The two-character words of a text, cut as `zhixi_bigrams` cuts them in the database; without what every request says. */
export function wordsIn(text: string): ReadonlySet<string> {
  const plain = withoutBoilerplate(text.normalize('NFKC').toLowerCase().replace(BLANK_BETWEEN_HAN, ''))
  const words = new Set<string>()
  for (const [run] of plain.matchAll(RUNS)) {
    if (!IS_HAN.test(run)) words.add(run.slice(0, 64))
    else for (const pair of pairsOf([...run])) words.add(pair)
  }
  return words
}

function pairsOf(characters: readonly string[]): string[] {
  if (characters.length === 1) return [characters[0]!]
  return characters.slice(1).map((character, index) => characters[index]! + character)
}

/** How much two texts have in common, from 0 to 1: shared words counted in both, by all words of both (Dice). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  return (2 * [...a].filter((word) => b.has(word)).length) / (a.size + b.size)
}

/** A piece of a text, and whether the other text has its words too. */
export interface Piece {
  readonly text: string
  readonly shared: boolean
}

/** Cuts a text at the borders of what it shares. */
export function sharedPieces(text: string, other: ReadonlySet<string>): readonly Piece[] {
  const characters = [...text]
  const hit = characters.map((_, index) => isShared(characters, index, other))
  const pieces: Piece[] = []
  for (const [index, character] of characters.entries()) {
    const last = pieces.at(-1)
    if (last && last.shared === hit[index]) pieces[pieces.length - 1] = { ...last, text: last.text + character }
    else pieces.push({ text: character, shared: hit[index]! })
  }
  return pieces
}

function isShared(characters: readonly string[], index: number, other: ReadonlySet<string>): boolean {
  const [before = '', here = '', after = ''] = [characters[index - 1], characters[index], characters[index + 1]]
  return IS_HAN.test(here) && (other.has(before + here) || other.has(here + after))
}
