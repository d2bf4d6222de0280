/** A label above or below the day cells: wanted centre and width in the same unit as the row. */
export interface Label {
  readonly centre: number
  readonly width: number
  /** Where the text begins or ends when it hangs from an end of its anchor; default: the centre. */
  readonly left?: number
  readonly right?: number
}

/** Where a label ends up: its line (0 is nearest the cells) and how it hangs on its anchor. */
export interface Placed {
  readonly level: number
  readonly hang: 'start' | 'middle' | 'end'
}

const AIR = 6

/**
 * Puts labels on as few lines as possible without two touching. Earlier labels in the list win the nearer line.
 * A label that would stick out of the row hangs from its left or right end instead of its middle.
 */
export function placeLabels(labels: readonly Label[], rowWidth: number): readonly Placed[] {
  const taken: Array<{ level: number; from: number; to: number }> = []
  return labels.map(({ centre, width, left = centre, right = centre }) => {
    const hang = centre - width / 2 < 0 ? 'start' : centre + width / 2 > rowWidth ? 'end' : 'middle'
    const from = hang === 'start' ? left : hang === 'end' ? right - width : centre - width / 2
    const to = from + width
    let level = 0
    while (taken.some((other) => other.level === level && from < other.to + AIR && other.from < to + AIR)) level += 1
    taken.push({ level, from, to })
    return { level, hang }
  })
}

/** Width of small text in the 12 px of day cells: Chinese signs are square, the rest about half as wide. */
export function textWidth(text: string): number {
  let width = 0
  for (const sign of text) width += sign.codePointAt(0)! > 0x2e7f ? 12 : 7
  return width
}
