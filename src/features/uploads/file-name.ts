import type { FileType } from '#platform/files/port.ts'

const ENDINGS: Record<FileType, readonly [string, ...string[]]> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
}
const LONGEST = 100

/** Controls, marks that turn the direction of writing, and characters that nobody sees: they make a name look like another one. */
const INVISIBLE = /[\p{Cc}\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFF]/gu

/** The name of a file as it may be shown: its last part, printable, at most 100 characters. */
export function cleanName(raw: string): string {
  const last = raw.split(/[\\/]/).at(-1)!
  const plain = last.toWellFormed().replace(INVISIBLE, '').normalize('NFC').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '')
  if (plain === '') return '未命名'
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 && plain.length - dot <= 10 ? plain.slice(dot) : ''
  const stem = [...(ending === '' ? plain : plain.slice(0, dot))]
  const room = LONGEST - ending.length
  return (stem.length <= room ? stem.join('') : `${stem.slice(0, room - 1).join('')}…`) + ending
}

/** The same with an ending that fits what the file is: 照片.exe that is a JPEG becomes 照片.exe.jpg. */
export function nameForType(name: string, type: FileType): string {
  const lower = name.toLowerCase()
  return ENDINGS[type].some((ending) => lower.endsWith(ending)) ? name : `${name}${ENDINGS[type][0]}`
}
