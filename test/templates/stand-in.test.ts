import { describe, expect, it } from 'vitest'
import { MissingGlyphError } from '#templates/index.ts'
import { renderLetter } from '#templates/render.ts'
import { hasTool } from '#test/support/tools.ts'
import { letterText, squeeze } from './poppler.ts'
import { grantedProps, receiptProps } from './samples.ts'

describe.skipIf(!hasTool('pdftotext'))('a receipt quotes what no font can print as 〓 and names it (needs pdftotext)', () => {
  it('an applicant called 𠮷某 who writes an emoji gets his receipt', async () => {
    const { bytes } = await renderLetter('registration-receipt', { ...receiptProps, addressee: '𠮷某', requestSummary: '申请公开😀活动方案' })
    const text = squeeze(await letterText(bytes))
    expect(text).toContain('〓某：')
    expect(text).toContain('申请公开〓活动方案')
    expect(text).toContain('〓是本机关字体里没有的字（U+20BB7、U+1F600）')
  })
})

it('a reply is never printed with 〓: the character is refused', async () => {
  await expect(renderLetter('granted', { ...grantedProps, addressee: '𠮷某' })).rejects.toBeInstanceOf(MissingGlyphError)
})
