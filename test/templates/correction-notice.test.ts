import { describe, expect, it } from 'vitest'
import { checkLetter, renderLetter } from '#templates/render.ts'
import { hasTool } from '#test/support/tools.ts'
import { letterText, squeeze } from './poppler.ts'
import { correctionProps } from './samples.ts'

describe.skipIf(!hasTool('pdftotext'))('补正告知书, read back by pdftotext (needs poppler-utils)', () => {
  it('says what is unclear, how to mend it, by when, what otherwise and what then (30条), in that order', async () => {
    const text = await letterText((await renderLetter('correction-notice', correctionProps)).bytes)
    const parts = [
      '示例公信公开〔2026〕27号政府信息公开申请补正告知书申请人丁：',
      '本局于2026年10月30日收到你通过互联网提交的政府信息公开申请（编号2026-0183），申请内容为：某小区2022年火灾事故调查档案。',
      '根据《中华人民共和国政府信息公开条例》第三十条的规定，现一次性告知你作出补正。',
      '一、需要补正的事项1.写明小区名称或者火灾地址。2.写明要调查报告，还是事故认定书。',
      '二、怎样补正火灾事故的文书按起火时间和地址归档。',
      '三、补正期限和方式请于2026年11月27日以前（含当日）补正。',
      '四、逾期不补正的后果无正当理由逾期不补正的，视为放弃申请，本局不再处理该政府信息公开申请。',
      '五、答复期限本局自收到你补正的申请之日起20个工作日内答复。',
      '示例市公安局2026年11月9日',
    ]
    expect(parts.filter((part) => !text.includes(squeeze(part)))).toEqual([])
    const places = parts.map((part) => text.indexOf(squeeze(part)))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('names no remedy: it is a step on the way, not a decision (law.md §12.6)', async () => {
    const text = await letterText((await renderLetter('correction-notice', correctionProps)).bytes)
    for (const word of ['行政复议', '行政诉讼', '起诉']) expect(text).not.toContain(word)
  })

  it('one item stands without a figure; an organization is 你单位; without a portal there is no word of one', async () => {
    const text = await letterText((await renderLetter('correction-notice', { ...correctionProps, items: ['写明年份'], addresseeKind: 'organization', statusUrl: null })).bytes)
    expect(text).toContain('需要补正的事项写明年份。')
    expect(text).toContain('收到你单位通过互联网')
    expect(text).not.toContain('二维码')
    expect(text).toContain(squeeze('可以写成书面材料，注明编号2026-0183'))
  })

  it('goes out although the applicant typed a character that no font has, and says so', async () => {
    const text = await letterText((await renderLetter('correction-notice', { ...correctionProps, requestSummary: '某小区😀档案' })).bytes)
    expect(text).toContain('某小区〓档案')
    expect(text).toContain('U+1F600')
  })
})

it('guidance must not be missing (30条 指导和释明)', async () => {
  const { missingParts } = await checkLetter('correction-notice', { ...correctionProps, guidance: ' ' })
  expect(missingParts).toEqual([{ field: 'guidance', message: '没有写怎样补正', article: '30条' }])
})
