/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { create } from 'qrcode'

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

/** A QR code as inline SVG; its address is also said in words beside it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = qrPath(text)
  const edge = size + 2 * QUIET
  return (
    <svg viewBox={`${-QUIET} ${-QUIET} ${edge} ${edge}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect x={-QUIET} y={-QUIET} width={edge} height={edge} fill="#fff" />
      <path d={path} fill="#172033" />
    </svg>
  )
}
