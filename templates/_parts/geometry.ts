/** Points per millimetre: PDF lengths are points, the standard speaks of millimetres. */
export const MM = 72 / 25.4

/** GB/T 9704—2012 5.1, 5.2.1: A4; 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. */
export const PAGE = { width: 210 * MM, height: 297 * MM } as const
export const AREA = {
  left: 28 * MM,
  top: 37 * MM,
  width: 156 * MM,
  height: 225 * MM,
  right: (28 + 156) * MM,
  bottom: (37 + 225) * MM,
} as const

/** The lines and cells text is set in. Lengths in points. */
export interface Grid {
  readonly size: number
  /** Distance of two baselines, and number of lines that fill the 版心. */
  readonly pitch: number
  readonly lines: number
  /** Width of one character, and the (slightly negative) spacing that brings a character of `size` to it. */
  readonly cell: number
  readonly spacing: number
}

const grid = (size: number, lines: number, characters: number): Grid => {
  const cell = AREA.width / characters
  return { size, lines, pitch: AREA.height / lines, cell, spacing: cell - size }
}

/** 5.2.3: 3号 (16 pt), 22 lines of 28 characters fill the 版心. */
export const STANDARD = grid(16, 22, 28)
/** 7.3.5.5 allows to close the lines up where that brings the signature onto the page of the text. */
export const CLOSE = grid(16, 23, 28)
/** 4号, and 小四 where that saves the second page: for papers that are to stay on one page, not for decisions. */
export const DENSE = [grid(14, 31, 32), grid(12, 36, 37)] as const

/** 标题 2号, 页码 4号. */
export const SIZE = { title: 22, page: 14 } as const

/** Height of the ideographic box above the baseline, as a fraction of the size, in all Chinese fonts. */
export const BOX_ASCENT = 0.88

/** 10.1 信函格式: red head and double lines. Thick and thin rule, and the gap between, make the 武文线. */
export const LETTER = {
  nameTop: 30 * MM,
  nameToLine: 4 * MM,
  lineWidth: 170 * MM,
  lineLeft: 20 * MM,
  thick: 1.1 * MM,
  gap: 0.7 * MM,
  thin: 0.4 * MM,
  footFromBottom: 20 * MM,
  red: '#c8161d',
} as const

/** Height of both rules of a double line together. */
export const DOUBLE_LINE = LETTER.thick + LETTER.gap + LETTER.thin

/** 10.1: seven eighths of a 3号 character between the double line and the document number. */
export const LINE_TO_NUMBER = (STANDARD.size * 7) / 8
