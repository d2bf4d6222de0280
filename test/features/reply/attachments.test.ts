import { describe, expect, test } from 'vitest'
import { DraftParts } from '#features/reply/draft.schema.ts'
import { attachmentLines } from '#features/reply/attachments.ts'
import { parse } from '#platform/validation/parse.ts'
import { checkLetter } from '#templates/render.ts'
import { grantedProps } from '#test/templates/samples.ts'

const read = (attachments?: string) => {
  const parsed = parse(DraftParts, { requestText: '', facts: '', decisionText: '', ...(attachments === undefined ? {} : { attachments }) })
  return parsed.ok ? parsed.value.attachments : parsed.errors
}
const RARE = '\u{20BB7}'

describe('附件清单', () => {
  test('one item a line; blank lines, spaces around and lines of invisible characters fall away', () => {
    expect(read(' 合同 \r\n\n\u3000补充协议\u3000\n\u200B\n')).toBe('合同\n补充协议')
    expect(read('\n \n')).toBe('')
    expect(attachmentLines('合同\n补充协议')).toEqual(['合同', '补充协议'])
    expect(attachmentLines('')).toEqual([])
  })

  test('may be left out, as before there was a list', () => {
    expect(read()).toBe('')
  })

  test('99 items of 200 characters are taken, by the template too, rare characters counted once', async () => {
    const most = Array.from({ length: 99 }, () => RARE.repeat(200))
    expect(read(most.join('\n'))).toBe(most.join('\n'))
    expect((await checkLetter('granted', { ...grantedProps, attachments: most })).missingParts).toEqual([])
  })

  test.each([
    [Array.from({ length: 100 }, () => '甲').join('\n'), '附件最多99件，现在100件'],
    [`合同\n${'字'.repeat(201)}`, '附件第2件最多200个字，现在201个字'],
    ['合同\n\n——', '附件第2件“——”没有写名称'],
    ['合同\u0007', '附件里有看不见的控制字符（U+0007），请删去'],
  ])('names what is wrong and in which item', (text, message) => {
    expect(read(text)).toEqual([{ field: 'attachments', message }])
  })
})
