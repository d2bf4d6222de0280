import { describe, expect, it } from 'vitest'
import { renderLetter } from '#templates/render.ts'
import { hasTool } from '#test/support/tools.ts'
import { info, letterText, pageTexts, squeeze, words } from './poppler.ts'
import { grantedProps, notHeldProps, receiptProps, refusedProps, samples } from './samples.ts'
import { tinyFont } from './tiny-font.ts'

const codes = Object.keys(samples) as (keyof typeof samples)[]
const render = (code: keyof typeof samples) => renderLetter(code, samples[code] as never)

describe.skipIf(!hasTool('pdftotext'))('text of the letters, read back by pdftotext (needs poppler-utils)', () => {
  it('不予公开 says every part in order, as drafted', async () => {
    const { bytes } = await renderLetter('refused-internal-affairs', refusedProps)
    expect(await letterText(bytes)).toBe(
      squeeze(`
        示例市公安局
        示例公信公开〔2026〕待编号
        政府信息不予公开告知书
        申请人甲：
        本局于2026年10月8日收到你当面提交的政府信息公开申请（编号2026-0160），申请公开示例市公安局2025年度民警轮岗、考勤和值班安排表。
        经检索，本局制作并保存上述信息。该信息只用于本局内部人员的调配和管理，不直接影响公民、法人和其他组织的权利义务。
        经审查，上述政府信息属于行政机关内部事务信息中人事管理方面的信息。
        根据《中华人民共和国政府信息公开条例》第十六条第一款、第三十六条第三项的规定，决定：对你申请的上述政府信息不予公开。
        如不服本决定，可以自收到本告知书之日起60日内向示例市人民政府申请行政复议；对复议决定不服的，可以自收到复议决定书之日起15日内向人民法院提起行政诉讼。
        示例市公安局
        2026年11月　日
        —2—`),
    )
  })

  it('予以公开 gives the form, the attachments and the contact', async () => {
    const text = await letterText((await renderLetter('granted', grantedProps)).bytes)
    const parts = [
      '收到你单位通过邮寄提交的政府信息公开申请（编号2026-0159），申请公开2025年度',
      '上述政府信息以纸质形式提供，共3份41页，随本告知书一并送达。',
      '附件：1.2025年度食材配送项目合同2.2025年度食材配送项目补充协议3.季度履约验收单',
      '示例市公安局2026年11月20日（联系电话：0000-0000000）',
    ]
    expect(parts.filter((p) => !text.includes(squeeze(p)))).toEqual([])
    expect(parts.map((p) => text.indexOf(squeeze(p)))).toEqual(parts.map((p) => text.indexOf(squeeze(p))).sort((a, b) => a - b))
  })

  it('信息不存在 says where and how was searched (36条第四项)', async () => {
    const text = await letterText((await renderLetter('not-held', notHeldProps)).bytes)
    expect(text).toContain(
      squeeze('为查找上述政府信息，本局检索了本局档案室1995年至2000年的文书档案目录和公文处理系统，检索方法为以文件名称、日期和关键词“户籍档案”“数字化”分别检索。经检索，没有上述政府信息。'),
    )
  })

  it('登记回执 stays on one page and gives number, both dates with their reasons, correction day, code and telephones', async () => {
    const { bytes, pages } = await renderLetter('registration-receipt', receiptProps)
    const text = await letterText(bytes)
    expect(pages).toBe(1)
    const parts = [
      '登记编号：2026-0162政府信息公开申请登记回执申请人甲：',
      '一、申请内容2025年度示例市道路交通违法停车抓拍点位的名称、位置和启用日期。',
      '二、收到日期2026年9月24日。申请通过互联网提交，',
      '三、最晚答复日期2026年10月29日。收到的次日起算20个工作日（第三十三条第二款）。',
      '四、补正申请内容不明确的，本局不晚于2026年10月13日一次性告知你补正，',
      '五、查询办理进度登记编号2026-0162，查询码K7QM-3XPA。可以扫描下方二维码，或者打开https://gongkai.example.gov.cn/status/2026-0162。',
      '六、联系电话咨询0000-0000000，监督0000-0000001。',
      '示例市公安局2026年9月24日',
    ]
    expect(parts.filter((p) => !text.includes(squeeze(p)))).toEqual([])
  })

  it.each(codes)('%s stays inside the 版心', async (code) => {
    const { bytes } = await render(code)
    for (const word of await words(bytes)) {
      expect(word.left, word.text).toBeGreaterThanOrEqual(27.9)
      expect(word.right, word.text).toBeLessThanOrEqual(184.4)
      expect(word.bottom, word.text).toBeLessThanOrEqual(277)
    }
  })

  it('the file names title, agency, fixed dates and A4', async () => {
    const text = await info((await renderLetter('granted', grantedProps)).bytes)
    expect(text).toMatch(/Title: +政府信息公开告知书 示例公信公开〔2026〕12号/)
    expect(text).toMatch(/Author: +示例市公安局/)
    expect(text).toMatch(/Subject: +granted 2026-03-01/)
    expect(text).toMatch(/CreationDate: +\w+ Nov (19 16|20 00|20 0\d):00:00 2026/)
    expect(text).toMatch(/\(A4\)/)
  })
})

describe('pages', () => {
  it('lines are closed up where that brings the signature onto the page of the text (7.3.5.5)', async () => {
    const facts = (count: number) => ({ ...refusedProps, category: null, facts: '甲'.repeat(28 * count - 4) })
    const pages = async (count: number) => (await renderLetter('refused-internal-affairs', facts(count))).pages
    // Fifteen lines at the usual distance, sixteen at the closer one, and no closer.
    expect([await pages(2), await pages(3), await pages(4)]).toEqual([1, 1, 2])
  })
})

describe.skipIf(!hasTool('pdftotext'))('difficult texts, read back by pdftotext (needs poppler-utils)', () => {
  const withRequest = (requestText: string) => renderLetter('refused-internal-affairs', { ...refusedProps, requestText })

  it('a request of 30,000 characters gives many pages, loses nothing and numbers all pages but the first', async () => {
    const sentence = '申请公开本市各派出所二〇二五年度接处警数量、受理案件数量，立案数量和“破案”数量。'
    const request = sentence.repeat(Math.ceil(30_000 / sentence.length))
    const { bytes, pages } = await withRequest(request)
    const texts = await pageTexts(bytes)
    expect(texts.length).toBe(pages)
    expect(pages).toBeGreaterThan(45)
    expect(texts[0]).not.toContain('—')
    const body = texts.map((t, i) => (i === 0 ? squeeze(t) : squeeze(t).replace(`—${i + 1}—`, '')))
    expect(texts.slice(1).every((t, i) => squeeze(t).endsWith(`—${i + 2}—`))).toBe(true)
    // Not toContain: its message would repeat the request twice.
    expect(body.join('').includes(request)).toBe(true)
  })

  it('a Latin string of 300 characters is cut inside the page, without hyphens', async () => {
    const { bytes } = await withRequest('x'.repeat(300))
    expect(await letterText(bytes)).toContain('x'.repeat(300))
    expect(Math.max(...(await words(bytes)).map((w) => w.right))).toBeLessThanOrEqual(184.4)
  })

  it('addresses, amounts, English and nested marks come back as they were typed', async () => {
    const request =
      '申请公开 The 2025 annual records, including Contract No. HT-2025-0077/A; 网址https://www.example.gov.cn/zwgk/fdzdgknr/202411/t20241121_0123456789.html?channel=dept&page=12，金额￥54,700元（占12.5%）——含“附表1”……以及《〈办法〉说明》。'
    const { bytes } = await withRequest(request)
    expect(await letterText(bytes)).toContain(squeeze(request))
    expect(Math.max(...(await words(bytes)).map((w) => w.right))).toBeLessThanOrEqual(184.4)
  })

  it('䶮 and a character that only the second font has are printed as themselves', async () => {
    const { bytes } = await withRequest('申请公开䶮某与\u{30EDD}某的材料')
    expect(await letterText(bytes)).toContain('䶮某与\u{30EDD}某的材料')
  })

  it('𠮷 is printed from the font the agency adds', async () => {
    const fonts = { fallbacks: [await tinyFont('𠮷')] }
    const { bytes } = await renderLetter('refused-internal-affairs', { ...refusedProps, addressee: '𠮷某' }, fonts)
    expect(await letterText(bytes)).toContain('𠮷某：')
  })
})
