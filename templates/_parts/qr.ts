import QRCode from 'qrcode'

/**
 * QR code as one SVG path (dark modules as squares), without quiet zone: the paper around it must stay white for four
 * modules. Error correction M survives a fold or a stamp.
 */
export function qrPath(content: string): { readonly path: string; readonly modules: number } {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' })
  const parts: string[] = []
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x) === 0) continue
      let end = x
      while (end < modules.size && modules.get(y, end) !== 0) end += 1
      parts.push(`M${x} ${y}H${end}V${y + 1}H${x}Z`)
      x = end
    }
  }
  return { path: parts.join(''), modules: modules.size }
}
