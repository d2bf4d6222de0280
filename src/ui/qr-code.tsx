/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { create } from 'qrcode'

/** Modules of white around the code; the paper and the panels it stands on are white as well. */
const QUIET = 2

/** One path for all dark modules: each run of a row is one rectangle. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  let path = ''
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let run = 0
      while (column + run < size && data[row * size + column + run]) run += 1
      if (run > 0) path += `M${column} ${row}h${run}v1h-${run}z`
      column += run
    }
  }
  return { size, path }
}

export interface QrCodeProps {
  readonly text: string
  /** What it opens, in words; the text itself stands beside it. */
  readonly label: string
  /** Edge in pixels; as large as its frame when left out. */
  readonly size?: number
}

/** A QR code as inline SVG: no picture file, no style attribute, so that the strict CSP lets it through. */
export function QrCode({ text, label, size: pixels }: QrCodeProps) {
  const { size, path } = qrPath(text)
  const edge = size + 2 * QUIET
  return (
    <svg width={pixels} height={pixels} viewBox={`${-QUIET} ${-QUIET} ${edge} ${edge}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect x={-QUIET} y={-QUIET} width={edge} height={edge} fill="#fff" />
      <path d={path} fill="#172033" />
    </svg>
  )
}
