import type { Files, FileType } from '#platform/files/port.ts'
import { cleanName, nameForType } from './file-name.ts'
import { LIMITS, sizeText } from './upload-words.ts'

/** A file that may be kept, or the sentence that says why not. */
export type Checked =
  | { readonly ok: true; readonly name: string; readonly bytes: Uint8Array; readonly type: FileType; readonly pages: number }
  | { readonly ok: false; readonly message: string }

/** Size first, before anything is read; then what the content is, whatever name and type the sender gave. */
export async function checkFile({ inspector }: Pick<Files, 'inspector'>, file: File): Promise<Checked> {
  const name = cleanName(file.name)
  const no = (message: string): Checked => ({ ok: false, message: `“${name}”${message}` })
  if (file.size === 0) return no('是空文件，请重新选择')
  if (file.size > LIMITS.bytes) return no(`有${sizeText(file.size)}，每个文件最多${sizeText(LIMITS.bytes).replace('.0', '')}，请压缩或者分开`)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const found = await inspector.inspect(bytes)
  if (!found.ok) return no(FAULTS[found.fault])
  if (found.pages > LIMITS.pages) return no(`有${found.pages}页，每个文件最多${LIMITS.pages}页，请分成几个`)
  return { ok: true, name: nameForType(name, found.type), bytes, type: found.type, pages: found.pages }
}

const FAULTS = {
  type: '的内容不是PDF、JPEG、PNG，收不了，请换一个文件',
  encrypted: '加了密码，打不开，请去掉密码后再传',
  broken: '是坏的，打不开，请重新扫描或者导出',
} as const
