/** Whether a JPEG has an image in it and an end: walks its segments up to the scan. */
export function isWholeJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false
  let at = 2
  let framed = false
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return false
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!
    if (length < 2) return false
    if (isFrame(marker)) framed = hasSize((bytes[at + 5]! << 8) | bytes[at + 6]!, (bytes[at + 7]! << 8) | bytes[at + 8]!)
    if (marker === 0xda) return framed && hasEnd(bytes, at + 2 + length)
    at += 2 + length
  }
  return false
}

/** SOF0 … SOF15, but for the tables that share their range (DHT, JPG, DAC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** Cameras write things behind the end, so it is looked for, not expected as the last two bytes. */
function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at >= from; at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true
  return false
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Whether a PNG has a header with a size, data, and its closing chunk. */
export function isWholePng(bytes: Uint8Array): boolean {
  if (PNG.some((byte, index) => bytes[index] !== byte)) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let data = false
  for (let at = 8, first = true; at + 12 <= bytes.length; first = false) {
    const length = view.getUint32(at)
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (at + 12 + length > bytes.length) return false
    if (first && (kind !== 'IHDR' || length !== 13 || !hasSize(view.getUint32(at + 8), view.getUint32(at + 12)))) return false
    if (kind === 'IDAT') data = true
    if (kind === 'IEND') return data
    at += 12 + length
  }
  return false
}

/** A side of more is no scan but a bomb: it would not open on the desk of a clerk. */
const LONGEST_SIDE = 30_000
const MOST_PIXELS = 200_000_000

function hasSize(height: number, width: number): boolean {
  return height > 0 && width > 0 && height <= LONGEST_SIDE && width <= LONGEST_SIDE && height * width <= MOST_PIXELS
}
