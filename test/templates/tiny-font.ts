import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const EM = 1000
const u16 = (...values: number[]): Buffer => Buffer.concat(values.map((v) => Buffer.from([(v >> 8) & 255, v & 255])))
const u32 = (...values: number[]): Buffer =>
  Buffer.concat(
    values.map((v) => {
      const b = Buffer.alloc(4)
      b.writeUInt32BE(v >>> 0)
      return b
    }),
  )

/** Writes a TrueType font that has exactly these characters, each a black box, and returns its path. */
export async function tinyFont(characters: string): Promise<string> {
  const codePoints = [...new Set(characters)].map((c) => c.codePointAt(0)!).sort((a, b) => a - b)
  const box = Buffer.concat([
    u16(1, 100, 0, 900, 800, 3, 0), // one contour, bounds, last point 3, no instructions
    Buffer.from([1, 1, 1, 1]), // on-curve, 16-bit steps
    u16(100, 0, 800, 0, 0, 800, 0, -800),
    Buffer.alloc(2),
  ])
  const count = codePoints.length + 1
  const glyf = Buffer.concat(Array.from({ length: count }, () => box))
  const groups = codePoints.map((c, i) => u32(c, c, i + 1))
  const format12 = Buffer.concat([u16(12, 0), u32(16 + 12 * groups.length, 0, groups.length), ...groups])
  const name = Buffer.from('Tiny', 'utf16le').swap16()
  const tables: Record<string, Buffer> = {
    'OS/2': Buffer.concat([u16(1, EM, 400, 5, 0), Buffer.alloc(20), u16(0), Buffer.alloc(10), u32(0, 0, 0, 0, 0), u16(64, 0, 0xffff, 880, -120, 0, 880, 120), u32(0, 0)]),
    cmap: Buffer.concat([u16(0, 1, 3, 10), u32(12), format12]),
    glyf,
    head: Buffer.concat([u32(0x10000, 0x10000, 0, 0x5f0f3cf5), u16(0, EM), Buffer.alloc(16), u16(0, 0, 1000, 800, 0, 8, 2, 1, 0)]),
    hhea: Buffer.concat([u32(0x10000), u16(880, -120, 0, EM, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, count)]),
    hmtx: Buffer.concat(Array.from({ length: count }, () => u16(EM, 100))),
    loca: u32(...Array.from({ length: count + 1 }, (_, i) => i * box.length)),
    maxp: Buffer.concat([u32(0x10000), u16(count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)]),
    name: Buffer.concat([u16(0, 1, 18, 3, 1, 0x409, 6, name.length, 0), name]),
    post: Buffer.concat([u32(0x30000, 0), u16(0, 0), u32(0, 0, 0, 0, 0)]),
  }
  const path = join(await mkdtemp(join(tmpdir(), 'zhixi-font-')), 'tiny.ttf')
  await writeFile(path, assemble(tables))
  return path
}

function assemble(tables: Record<string, Buffer>): Buffer {
  const names = Object.keys(tables).sort()
  let offset = 12 + 16 * names.length
  const directory: Buffer[] = []
  const bodies: Buffer[] = []
  for (const tag of names) {
    const body = Buffer.concat([tables[tag]!, Buffer.alloc((4 - (tables[tag]!.length % 4)) % 4)])
    directory.push(Buffer.from(tag, 'latin1'), u32(0, offset, tables[tag]!.length))
    bodies.push(body)
    offset += body.length
  }
  return Buffer.concat([u32(0x10000), u16(names.length, 0, 0, 0), ...directory, ...bodies])
}
