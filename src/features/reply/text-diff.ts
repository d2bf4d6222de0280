/** A run of text that stayed, came or went. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Above this many comparisons texts are compared by sentences, and above it again as a whole. */
const MOST_CELLS = 4_000_000
/** An unchanged run this short between two changes reads better as part of one change. */
const SHORTEST_SAME = 2

/**
 * What changed from one text to another, in reading order: within a change first what went, then what came.
 * Chinese is compared by characters; a number or a word in Latin letters counts as one.
 */
export function diffText(before: string, after: string): readonly Piece[] {
  const words = compare(split(before, WORDS), split(after, WORDS))
  const runs = words ?? compare(split(before, SENTENCES), split(after, SENTENCES)) ?? replaced([before], [after])
  return grouped(runs)
}

/** How many places changed; what went and what came at one place count once. */
export function countChanges(pieces: readonly Piece[]): number {
  return pieces.filter(({ kind }, index) => kind !== 'same' && (index === 0 || pieces[index - 1]!.kind === 'same')).length
}

const WORDS = /[A-Za-z]+|\d+(?:[.,]\d+)*|[\s\S]/gu
const SENTENCES = /[^。；！？\n]*[。；！？\n]|[^。；！？\n]+/gu

function split(text: string, by: RegExp): string[] {
  return text.match(by) ?? []
}

/** Longest common subsequence; null when it would take too long. */
function compare(before: readonly string[], after: readonly string[]): Piece[] | null {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  const room = Math.min(before.length, after.length) - head
  while (tail < room && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const [old, fresh] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  if ((old.length + 1) * (fresh.length + 1) > MOST_CELLS) return null
  const same = (texts: readonly string[]): Piece[] => texts.map((text) => ({ kind: 'same', text }))
  return [...same(before.slice(0, head)), ...walk(old, fresh), ...same(before.slice(before.length - tail))]
}

function walk(old: readonly string[], fresh: readonly string[]): Piece[] {
  if (old.length === 0 || fresh.length === 0) return replaced(old, fresh)
  const width = fresh.length + 1
  const longest = new Uint16Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        old[i] === fresh[j] ? longest[(i + 1) * width + j + 1]! + 1 : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
    }
  }
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < old.length && j < fresh.length) {
    if (old[i] === fresh[j]) {
      pieces.push({ kind: 'same', text: old[i]! })
      i += 1
      j += 1
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) pieces.push({ kind: 'removed', text: old[i++]! })
    else pieces.push({ kind: 'added', text: fresh[j++]! })
  }
  return [...pieces, ...replaced(old.slice(i), fresh.slice(j))]
}

function replaced(old: readonly string[], fresh: readonly string[]): Piece[] {
  return [...old.map((text): Piece => ({ kind: 'removed', text })), ...fresh.map((text): Piece => ({ kind: 'added', text }))]
}

/** Joins neighbours of one kind, takes very short unchanged runs into the change around them, and puts what went first. */
function grouped(runs: readonly Piece[]): Piece[] {
  const joined = join(runs)
  const pieces: Piece[] = []
  let change = { removed: '', added: '' }
  const flush = () => {
    if (change.removed !== '') pieces.push({ kind: 'removed', text: change.removed })
    if (change.added !== '') pieces.push({ kind: 'added', text: change.added })
    change = { removed: '', added: '' }
  }
  for (const [index, { kind, text }] of joined.entries()) {
    const between = index > 0 && index < joined.length - 1
    const short = kind === 'same' && between && [...text].length < SHORTEST_SAME && !/[\n。；，、]/u.test(text)
    if (short) change = { removed: change.removed + text, added: change.added + text }
    else if (kind === 'same') {
      flush()
      pieces.push({ kind, text })
    } else change = { ...change, [kind]: change[kind] + text }
  }
  flush()
  return pieces
}

function join(runs: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last?.kind === run.kind) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else if (run.text !== '') joined.push(run)
  }
  return joined
}
