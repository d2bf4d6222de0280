import type { FontBook } from '../_fonts/book.ts'
import type { Role } from '../_fonts/files.ts'
import type { MissingGlyph } from '../_fonts/missing.ts'
import type { LetterContent } from './collect.ts'

/** Asks the fonts for every text of the letter, in reading order, before anything is set. Also opens them. */
export async function coverContent({ head, blocks }: LetterContent, book: FontBook): Promise<readonly MissingGlyph[]> {
  const demands: [Role, string, string][] = [
    ['title', head.agency, '发文机关标志'],
    ['body', head.number, '发文字号'],
    ['title', head.title, '标题'],
    ['song', '—0123456789 ', '页码'],
  ]
  for (const block of blocks) {
    if (block.kind === 'paragraph') for (const i of block.inlines) demands.push([i.role, i.text, block.field])
    if (block.kind === 'attachments') demands.push(['body', `附件：0123456789.\n${block.names.join('\n')}`, '附件'])
    if (block.kind === 'signature') demands.push(['body', block.agency, '署名'], ['body', block.date, '成文日期'])
  }
  const missing: MissingGlyph[] = []
  for (const [role, text, field] of demands) missing.push(...(await book.cover(role, text, field)))
  return missing
}
