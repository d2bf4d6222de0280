import { deflateSync, crc32 } from 'node:zlib'

const text = (value: string) => new TextEncoder().encode(value)

/** A PDF of so many empty pages; `extra` goes into its trailer, `note` into the first page's content. */
export function pdf(pages = 1, { extra = '', note = '' }: { readonly extra?: string; readonly note?: string } = {}): Uint8Array<ArrayBuffer> {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 4} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    `<< /Length ${text(note).length} >>\nstream\n${note}\nendstream`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>'),
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text(body).length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text(body).length
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  return text(`${body}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${extra} >>\nstartxref\n${start}\n%%EOF\n`)
}

/** Standard security handler, 40 bits, with a user password that nobody gives (ISO 32000-1, 7.6). */
export function encryptedPdf(): Uint8Array<ArrayBuffer> {
  const secret = '5a'.repeat(32)
  return pdf(1, { extra: `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -4 >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]` })
}

/** One grey pixel, and a comment to make files differ. */
export function jpeg(comment = ''): Uint8Array<ArrayBuffer> {
  const base = Buffer.from(
    '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
    'base64',
  )
  const note = Buffer.from(comment)
  const marker = comment === '' ? Buffer.alloc(0) : Buffer.concat([Buffer.from([0xff, 0xfe, (note.length + 2) >> 8, (note.length + 2) & 0xff]), note])
  return new Uint8Array(Buffer.concat([base.subarray(0, 2), marker, base.subarray(2)]))
}

/** A white image of that size. */
export function png(width = 2, height = 2): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(Math.min(height, 100) * (width + 1), 255)
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]))
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/** The start of a Windows program. */
export const PROGRAM = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0, ...new Uint8Array(200)])
export const HTML = text('<!doctype html><html><body><script>alert(1)</script></body></html>')
export const SVG = text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect width="1" height="1"/></svg>')
/** The harmless test file that every scanner reports (eicar.org), in two halves so that this file is not reported. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/** As a browser sends it. */
export function file(bytes: Uint8Array<ArrayBuffer>, name = '材料.pdf', type = 'application/pdf'): File {
  return new File([bytes], name, { type })
}
