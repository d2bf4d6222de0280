import { readFile } from 'node:fs/promises'
import { SYSTEM } from '#case/actor.ts'
import { importItems, type ImportedRow } from '#features/suggestions/index.ts'
import type { Outcome } from '#law/refusal.ts'
import { refuse } from '#law/refusal.ts'
import { nodeTableReader } from '#platform/tables/node-table-reader.ts'
import { findAuthority, mainAuthority } from '#store/authority.ts'
import { contextFor } from '#store/context.ts'
import { readArgs, required, UsageError, type CliCommand } from './command.ts'

/** Column heads of a sheet, by the field that they fill. */
const HEADS: Readonly<Record<string, readonly string[]>> = {
  kind: ['类别'], title: ['名称', '标题'], documentRef: ['文号'], summary: ['内容概述', '概述'], url: ['网址', '链接'], publishedOn: ['公开日期', '生成日期', '日期'], indexNumber: ['索引号', '索引'],
}
const KINDS: Readonly<Record<string, string>> = { 已经公开: 'published', 已公开: 'published', 公开目录: 'catalogue', 目录: 'catalogue' }
const OUTCOMES = { added: '新增', changed: '更新', same: '没有变' } as const

/** One entry of a file with the line that it stands in; in JSON the number of the entry. */
interface Entry {
  readonly line: number
  readonly value: Readonly<Record<string, unknown>>
}

/** Imports published items from JSON, csv or xlsx; all rows or none. */
export const publishedImportCommand: CliCommand = {
  name: 'published import',
  summary: '导入已经公开的信息和公开目录',
  usage: [
    'published import <文件.json|csv|xlsx> [--authority <机关编号>] [--dry-run]',
    `  表格第一行写列名：${Object.values(HEADS).map(([head]) => head).join('、')}；JSON是一个列表，键是 ${Object.keys(HEADS).join('、')}`,
    '  文号相同的更新，没有文号的按网址认；有一行不对，一行也不写',
  ].join('\n'),
  async run(args, { services }, out) {
    const { values, positionals } = readArgs(args, { authority: { type: 'string' }, 'dry-run': { type: 'boolean' } })
    const read = await readEntries(await readFile(required(positionals[0], '文件')))
    if (!read.ok) {
      out(read.refusal.message)
      return 1
    }
    const authority = values.authority === undefined ? await mainAuthority(services.db) : await findAuthority(services.db, values.authority)
    if (!authority) throw new UsageError(`没有机关${values.authority}`)
    const dryRun = values['dry-run'] === true
    const { rows, written } = await importItems(contextFor(services, SYSTEM), authority.id, read.entries.map(({ value }) => value), dryRun)
    for (const row of rows) for (const text of told(row)) out(`第${read.entries[row.row - 1]!.line}${read.unit}　${text}`)
    const wrong = rows.filter(({ outcome }) => outcome === 'wrong').length
    out(`${authority.name}：${Object.entries(OUTCOMES).map(([outcome, word]) => `${word}${rows.filter((row) => row.outcome === outcome).length}条`).join('，')}，不对${wrong}条`)
    if (wrong > 0) out('有不对的，一条也没有写。改好再导入')
    else if (!written) out('这是预览，什么也没有写')
    if (written) await services.sql`analyze published_item`
    return wrong > 0 ? 1 : 0
  },
}

function told(row: ImportedRow): string[] {
  if (row.outcome !== 'wrong') return [`${OUTCOMES[row.outcome]}　${row.title}`]
  return row.errors.map(({ field, message }) => `不对　${row.title}　${HEADS[field]?.[0] ?? field}：${message}`)
}

type Read = Outcome<{ readonly entries: readonly Entry[]; readonly unit: string }>

/** What stands in a file: JSON when it begins like a list, else a table. */
export async function readEntries(bytes: Uint8Array): Promise<Read> {
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).replace(/^\uFEFF/, '').trimStart()
  return /^[[{]/.test(start) ? readList(new TextDecoder().decode(bytes)) : readSheet(bytes)
}

function readList(text: string): Read {
  try {
    const list: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (!Array.isArray(list)) return refuse('published/no-list', '文件要是一个列表，写在[ ]里')
    return { ok: true, unit: '条', entries: list.map((value: unknown, index) => ({ line: index + 1, value: value as Entry['value'] })) }
  } catch {
    return refuse('published/no-json', '文件不是合格的JSON，请检查引号、逗号和括号')
  }
}

async function readSheet(bytes: Uint8Array): Promise<Read> {
  const read = await nodeTableReader.read(bytes)
  if (!read.ok) return read
  const [head = [], ...rows] = read.table.sheets[0]?.rows ?? []
  const fields = head.map((text) => Object.keys(HEADS).find((field) => field === text || HEADS[field]!.includes(text)) ?? null)
  const foreign = head.filter((text, index) => text !== '' && fields[index] === null)
  if (foreign.length > 0) return refuse('published/columns', `不认识的列：${foreign.join('、')}。列名写${Object.values(HEADS).map(([first]) => first).join('、')}`)
  const twice = fields.find((field, index) => field !== null && fields.indexOf(field) !== index)
  if (twice) return refuse('published/columns', `“${HEADS[twice]![0]}”这一列有两个`)
  if (!fields.includes('title')) return refuse('published/columns', '缺少“名称”这一列')
  const entries = rows.flatMap((cells, index): Entry[] => {
    if (cells.every((cell) => cell === '')) return []
    const value = Object.fromEntries(fields.flatMap((field, at) => (field === null ? [] : [[field, cells[at] ?? '']])))
    const kind = String(value['kind'] ?? '')
    return [{ line: index + 2, value: { ...value, kind: kind === '' ? 'published' : (KINDS[kind] ?? kind) } }]
  })
  return { ok: true, unit: '行', entries }
}
