import { crc32, inflateRawSync } from 'node:zlib'

/** One file in a zip archive, as its directory has it. */
export interface ZipEntry {
  readonly name: string
  readonly encrypted: boolean
  /** Unpacks it, and never more than `most` bytes of it: null when there is more, or when the data is broken. */
  unpack(most: number): Uint8Array | null
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const LONGEST_COMMENT = 65_535
const MOST_ENTRIES = 2_000

/** The directory of a zip archive; null when it is damaged. What it says of sizes is not believed. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = findEnd(file)
    if (end < 0) return null
    const count = file.readUInt16LE(end + 10)
    if (count > MOST_ENTRIES) return null
    const entries: ZipEntry[] = []
    let at = file.readUInt32LE(end + 16)
    for (let index = 0; index < count; index += 1) {
      if (file.readUInt32LE(at) !== CENTRAL) return null
      const [flags, method, packed, nameLength] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt16LE(at + 28)]
      const local = file.readUInt32LE(at + 42)
      entries.push({
        name: file.toString('utf8', at + 46, at + 46 + nameLength),
        encrypted: (flags & 1) === 1,
        unpack: (most) => unpack(file, { local, packed, method }, most),
      })
      at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    }
    return entries
  } catch {
    return null
  }
}

function findEnd(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - LONGEST_COMMENT); at -= 1) {
    if (file.readUInt32LE(at) === END) return at
  }
  return -1
}

function unpack(file: Buffer, { local, packed, method }: { local: number; packed: number; method: number }, most: number): Uint8Array | null {
  try {
    if (file.readUInt32LE(local) !== LOCAL) return null
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    if (start + packed > file.length) return null
    const data = file.subarray(start, start + packed)
    if (method === 0) return data.length <= most ? data : null
    return method === 8 ? inflateRawSync(data, { maxOutputLength: Math.max(1, most) }) : null
  } catch {
    return null
  }
}

/** An archive of these files, not compressed: for handing on exactly what was looked at, and nothing beside it. */
export function storedZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [path, data] of files) {
    const name = Buffer.from(path)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(name.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    bodies.push(word(LOCAL), common, name, Buffer.from(data.buffer, data.byteOffset, data.byteLength))
    directory.push(word(CENTRAL), Buffer.from([20, 0]), common, tail, name)
    at += 30 + name.length + data.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.size, 4)
  end.writeUInt16LE(files.size, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(at, 12)
  return new Uint8Array(Buffer.concat([...bodies, ...directory, word(END), end]))
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
