/** What a file is by its content; its name says nothing. */
export type FileKind = 'zip' | 'ole' | 'empty' | 'text' | { readonly foreign: string }

const FOREIGN: readonly (readonly [readonly number[], string])[] = [
  [[0x4d, 0x5a], '程序（exe）'],
  [[0x7f, 0x45, 0x4c, 0x46], '程序'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0xff, 0xd8, 0xff], '图片'],
  [[0x89, 0x50, 0x4e, 0x47], '图片'],
  [[0x52, 0x61, 0x72, 0x21], '压缩包（rar）'],
  [[0x37, 0x7a, 0xbc, 0xaf], '压缩包（7z）'],
  [[0x1f, 0x8b], '压缩包（gz）'],
]
const UTF16 = [[0xff, 0xfe], [0xfe, 0xff]] as const

export function sniff(bytes: Uint8Array): FileKind {
  const begins = (magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte)
  if (bytes.length === 0) return 'empty'
  if (begins([0x50, 0x4b, 0x03, 0x04]) || begins([0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (begins([0xd0, 0xcf, 0x11, 0xe0])) return 'ole'
  const foreign = FOREIGN.find(([magic]) => begins(magic))
  if (foreign) return { foreign: foreign[1] }
  // NUL stands in no text but that of two bytes a character.
  return bytes.subarray(0, 4096).includes(0) && !UTF16.some(begins) ? { foreign: '程序或者别的二进制文件' } : 'text'
}

/** An OLE container holds either an old .xls or an .xlsx that was sealed with a password. */
export function isPasswordProtected(ole: Uint8Array): boolean {
  return Buffer.from(ole.buffer, ole.byteOffset, ole.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}
