import { describe, expect, it } from 'vitest'
import { checkLetter, LetterPropsError, renderLetter } from '#templates/render.ts'
import { grantedProps } from './samples.ts'

const { provision: _, attachments: __, ...common } = grantedProps
const props = { ...common, title: '非本机关政府信息告知书', decisionText: '你单位申请公开的政府信息不属于本机关负责公开。' }

describe('the general reply', () => {
  it('is set under the title that the decision gives it', async () => {
    const { pages, bytes } = await renderLetter('reply', props)
    expect(pages).toBeGreaterThan(0)
    expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-')
  })

  it('without a title there is no letter', async () => {
    const { title: _none, ...untitled } = props
    await expect(renderLetter('reply', untitled as never)).rejects.toThrow(LetterPropsError)
  })

  it('asks for what every reply must say (36条、51条)', async () => {
    const { missingParts } = await checkLetter('reply', { ...props, requestText: '', facts: ' ', groundSentence: '', decisionText: '', remedyClause: '' })
    expect(missingParts.map(({ field }) => field)).toEqual(['requestText', 'facts', 'groundSentence', 'decisionText', 'remedyClause'])
  })

  it('an application that was withdrawn leaves no remedy to tell', async () => {
    const { missingParts } = await checkLetter('reply', { ...props, remedyClause: null })
    expect(missingParts).toEqual([])
  })
})
