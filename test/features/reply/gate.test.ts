import { describe, expect, test } from 'vitest'
import { gateForPage, gateOf } from '#features/reply/gate.ts'
import { LetterRenderError, type LetterRenderer } from '#platform/letters/renderer.ts'
import { checkLetter, renderLetter } from '#templates/render.ts'
import { grantedProps, notHeldProps, refusedProps } from '#test/templates/samples.ts'

/** The templates themselves, without threads. */
const letters: LetterRenderer = {
  render: (code, props) => renderLetter(code as 'granted', props as never),
  check: (code, props) => checkLetter(code as 'granted', props as never),
  close: async () => {},
}
const silent: LetterRenderer = { ...letters, check: () => Promise.reject(new LetterRenderError('timeout', 'no answer')) }
const draft = { ...grantedProps, provision: null, documentNumber: null, issuedOn: null }

describe('what stands before the review', () => {
  test('a complete draft passes', async () => {
    expect(await gateOf(letters, 'granted', draft)).toEqual({ blocks: [], complete: true })
  })

  test('what the article wants said is asked for in the part where it is written (law.md §1.1)', async () => {
    const { blocks } = await gateOf(letters, 'granted', { ...draft, attachments: [], decisionText: '公开上述合同。' })
    expect(blocks).toEqual([{ kind: 'part', field: 'decisionText', message: '没有写提供的形式，或者获取的方式、途径和时间', article: '36条第二项' }])
    const search = await gateOf(letters, 'not-held', { ...notHeldProps, search: null, facts: '没有找到。' })
    expect(search.blocks.map(({ field, article }) => [field, article])).toEqual([['facts', '36条第四项']])
    const category = await gateOf(letters, 'refused-internal-affairs', { ...refusedProps, category: null })
    expect(category.blocks.map(({ field, article }) => [field, article])).toEqual([['facts', '16条第一款']])
  })

  test('a text that points to an enclosure needs the list of it, whatever the letter (36条第二项)', async () => {
    const open = [{ kind: 'part', field: 'attachments', message: '正文写了见附件，附件清单是空的', article: '36条第二项' }]
    for (const decisionText of ['公开上述合同（见附件）。', '公开上述合同，详见本告知书附件1。']) {
      const points = { ...draft, attachments: [], decisionText }
      expect((await gateOf(letters, 'granted', points)).blocks, decisionText).toEqual(open)
      expect((await gateOf(null, 'granted', points)).blocks, decisionText).toEqual(open)
      expect((await gateOf(letters, 'granted', { ...points, attachments: ['合同'] })).blocks, decisionText).toEqual([])
    }
    expect((await gateOf(letters, 'granted', { ...draft, attachments: [], decisionText: '请当面查阅，附件不另寄，方式见前款。' })).blocks).toEqual([])
  })

  test('a character that no font has is found in the list too', async () => {
    const { blocks } = await gateOf(letters, 'granted', { ...draft, attachments: ['合同\u{2CFFF}'] })
    expect(blocks).toEqual([{ kind: 'glyph', field: 'attachments', message: expect.stringContaining('附件里的“\u{2CFFF}”'), article: null }])
  })

  test('a character that no font has is named with its part', async () => {
    const { blocks } = await gateOf(letters, 'granted', { ...draft, facts: `${draft.facts}\u{2CFFF}` })
    expect(blocks).toEqual([{ kind: 'glyph', field: 'facts', message: expect.stringContaining('事实和理由里的“\u{2CFFF}”（U+2CFFF）'), article: null }])
  })

  test('one in the name of the applicant blocks as well, though the drafter cannot mend it', async () => {
    const { blocks } = await gateOf(letters, 'granted', { ...draft, addressee: '申请人\u{2CFFF}' })
    expect(blocks).toMatchObject([{ kind: 'glyph', field: null }])
  })

  test('what a proposed sentence left to fill in must be filled in', async () => {
    const { blocks } = await gateOf(letters, 'granted', { ...draft, decisionText: '公开合同，途径是【填写：网址或者查阅地点】。' })
    expect(blocks).toEqual([{ kind: 'fill', field: 'decisionText', message: '决定里的【填写：网址或者查阅地点】还没有填', article: null }])
  })

  test('where letters cannot be set, what is empty or unfilled is still seen, and it is said that nothing else was', async () => {
    const { blocks, complete } = await gateOf(null, 'granted', { ...draft, facts: ' ', decisionText: '【填写：x】' })
    expect(complete).toBe(false)
    expect(blocks.map(({ kind, field }) => [kind, field])).toEqual([['part', 'facts'], ['fill', 'decisionText']])
  })

  test('threads that do not answer stop the sending but not the page', async () => {
    await expect(gateOf(silent, 'granted', draft)).rejects.toMatchObject({ kind: 'unavailable', options: { code: 'reply/no-answer' } })
    expect(await gateForPage(silent, 'granted', draft)).toEqual({ blocks: [], complete: false })
  })
})
