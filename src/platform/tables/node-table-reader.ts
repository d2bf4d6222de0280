import { refuse } from '#law/refusal.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { isPasswordProtected, sniff } from './sniff.ts'
import { TABLE_BYTES, type TableReader } from './table-reader.ts'

/** Reads xlsx and csv by their content; Node only. */
export const nodeTableReader: TableReader = {
  async read(bytes) {
    if (bytes.length > TABLE_BYTES) return refuse('import/too-big', `文件最大10MB，这个有${(bytes.length / 1024 / 1024).toFixed(1)}MB。请分成几个文件`)
    const kind = sniff(bytes)
    if (kind === 'empty') return refuse('import/empty', '这是一个空文件，里面什么也没有')
    if (kind === 'ole') {
      return isPasswordProtected(bytes)
        ? refuse('import/encrypted', '这个文件加了打开密码。请去掉密码，另存为xlsx再传')
        : refuse('import/old-xls', '这是旧格式的xls文件。请用Excel或者WPS打开，另存为xlsx再传')
    }
    if (typeof kind === 'object') return refuse('import/unknown-kind', `这不是表格文件，内容是${kind.foreign}。请传xlsx或者csv`)
    const read = kind === 'zip' ? await readXlsx(bytes) : readCsv(bytes)
    if (read.ok && read.table.sheets.length === 0) return refuse('import/empty', '文件里没有内容（隐藏的工作表不看）')
    return read
  },
}
