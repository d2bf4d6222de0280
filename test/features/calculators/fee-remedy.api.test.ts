import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FeeAnswer, RemedyAnswer } from '#features/calculators/answer.schema.ts'
import { DECISION_KINDS } from '#law/disclosure-regulation/decision-kind.ts'
import { fieldsOf, openCalculators, type Calculators } from './asking.ts'

let calculators: Calculators
beforeAll(async () => void (calculators = await openCalculators('2026-11-21')))
afterAll(() => calculators.system.stop())

describe('POST /api/v1/calculators/fee (109号)', () => {
  const ask = (question: unknown) => calculators.ask('fee', question)
  const on = '2026-11-01'

  it.each([
    ['31 to 32 of the month', { basis: 'per_case', receivedOn: on, ordinalInMonth: 31, cases: 2 }, 400_00],
    ['one case when none is named', { basis: 'per_case', receivedOn: on, ordinalInMonth: 31 }, 200_00],
    ['the tenth', { basis: 'per_case', receivedOn: on, ordinalInMonth: 10 }, 0],
    ['the eleventh', { basis: 'per_case', receivedOn: on, ordinalInMonth: 11 }, 100_00],
    ['the forty-first', { basis: 'per_case', receivedOn: on, ordinalInMonth: 41 }, 300_00],
    ['thirty pages', { basis: 'per_page', receivedOn: on, pages: 30 }, 0],
    ['published: 1500 pages', { basis: 'per_page', receivedOn: on, pages: 1500 }, 54_700_00],
    ['published: 2219 pages', { basis: 'per_page', receivedOn: on, pages: 2219 }, 83_460_00],
    ['published: 4000 pages', { basis: 'per_page', receivedOn: on, pages: 4000 }, 154_700_00],
    ['published: 3182 pages', { basis: 'per_page', receivedOn: on, pages: 3182 }, 121_980_00],
    ['the first day of the measures', { basis: 'per_page', receivedOn: '2021-01-01', pages: 31 }, 10_00],
  ])('%s', async (_name, question, amountFen) => {
    const { status, body } = await ask(question)
    expect(status).toBe(200)
    expect(FeeAnswer.parse(body)).toEqual(body)
    expect(body['amountFen']).toBe(amountFen)
    expect((body as FeeAnswer).parts.reduce((sum, part) => sum + part.amountFen, 0)).toBe(amountFen)
  })

  it('shows its tiers and its working', async () => {
    const { body } = await ask({ basis: 'per_case', receivedOn: on, ordinalInMonth: 29, cases: 4 })
    expect(body['parts']).toEqual([{ from: 29, to: 30, unitFen: 100_00, amountFen: 200_00 }, { from: 31, to: 32, unitFen: 200_00, amountFen: 400_00 }])
    expect(body['working'].at(-1)).toEqual({ on, text: '11月1日（周日）收到的申请，信息处理费一共600元', cite: { instrument: '109', article: 4, paragraph: null } })
  })

  it('is not in force before 2021 (109号12条)', async () => {
    for (const receivedOn of ['2020-12-31', '2008-01-01']) {
      expect(await ask({ basis: 'per_page', receivedOn, pages: 31 })).toMatchObject({ status: 409, body: { code: 'fee/not-in-force', cite: { instrument: '109', article: 12 } } })
    }
  })

  it.each<[string, unknown, readonly string[]]>([
    ['nothing', {}, ['basis', 'receivedOn']],
    ['both bases', { basis: 'per_page', receivedOn: on, pages: 3, ordinalInMonth: 3 }, ['ordinalInMonth']],
    ['an unknown basis', { basis: 'per_word', receivedOn: on }, ['basis']],
    ['no receipt', { basis: 'per_page', pages: 3 }, ['receivedOn']],
    ['no pages', { basis: 'per_page', receivedOn: on }, ['pages']],
    ['pages as text', { basis: 'per_page', receivedOn: on, pages: '3' }, ['pages']],
    ['half a page', { basis: 'per_page', receivedOn: on, pages: 0.5 }, ['pages']],
    ['no page', { basis: 'per_page', receivedOn: on, pages: 0 }, ['pages']],
    ['more pages than paper', { basis: 'per_page', receivedOn: on, pages: 1_000_001 }, ['pages']],
    ['no ordinal', { basis: 'per_case', receivedOn: on }, ['ordinalInMonth']],
    ['the ordinal zero', { basis: 'per_case', receivedOn: on, ordinalInMonth: 0 }, ['ordinalInMonth']],
    ['minus one case', { basis: 'per_case', receivedOn: on, ordinalInMonth: 1, cases: -1 }, ['cases']],
    ['too many cases', { basis: 'per_case', receivedOn: on, ordinalInMonth: 1, cases: 10_001 }, ['cases']],
    ['several faults', { basis: 'per_case', receivedOn: 'x', ordinalInMonth: 'y', cases: null }, ['receivedOn', 'ordinalInMonth', 'cases']],
  ])('%s: 422', async (_name, question, fields) => {
    const answer = await ask(question)
    expect(answer.status).toBe(422)
    expect(fieldsOf(answer)).toEqual(fields)
  })

  it('answers the largest question it takes', async () => {
    const { status, body } = await ask({ basis: 'per_case', receivedOn: on, ordinalInMonth: 1_000_000, cases: 10_000 })
    expect([status, Number.isSafeInteger(body['amountFen'])]).toEqual([200, true])
  })
})

describe('POST /api/v1/calculators/remedy', () => {
  const ask = (question: unknown) => calculators.ask('remedy', question)

  it('reconsideration comes first for a refusal under 14 to 16条 (行政复议法23条)', async () => {
    const { status, body } = await ask({ decision: 'refused_internal_affairs', issuedOn: '2026-04-01', deliveredOn: '2026-04-03' })
    expect(status).toBe(200)
    expect(RemedyAnswer.parse(body)).toEqual(body)
    expect(body).toMatchObject({ route: 'reconsideration_first', reconsiderationBy: '2026-06-02', litigationBy: null, provisional: false })
    expect(body['clause']).toMatch(/^如不服本答复，应当自收到本答复之日起60日内先向.*行政复议；.*15日内.*提起行政诉讼。$/)
    expect(body['working'][0]['cite']).toEqual({ instrument: 'reconsideration', article: 23, paragraph: 1, item: 4 })
  })

  it('a choice has both last days, rolled over days off (law.md §12.1.4)', async () => {
    const { body } = await ask({ decision: 'not_held', issuedOn: '2026-04-01', deliveredOn: '2026-04-03' })
    expect(body).toMatchObject({ route: 'choice', reconsiderationBy: '2026-06-02', litigationBy: '2026-10-08' })
  })

  it('before 2024-01-01 nothing came first (law.md §12.2)', async () => {
    expect((await ask({ decision: 'refused_process', issuedOn: '2023-12-31' })).body['route']).toBe('choice')
    expect((await ask({ decision: 'refused_process', issuedOn: '2024-01-01' })).body['route']).toBe('reconsideration_first')
  })

  it('without delivery there is no last day; a withdrawal has no remedy at all', async () => {
    expect((await ask({ decision: 'granted', issuedOn: '2026-04-01' })).body).toMatchObject({ route: 'choice', reconsiderationBy: null, litigationBy: null })
    expect((await ask({ decision: 'withdrawn', issuedOn: '2026-04-01', deliveredOn: '2026-04-01' })).body).toMatchObject({ route: 'none', reconsiderationBy: null, litigationBy: null, clause: null })
  })

  it('electronic service names the online channel (行政复议法22条第二款)', async () => {
    const question = { decision: 'granted', issuedOn: '2026-04-01', deliveredOn: '2026-04-01' }
    expect((await ask({ ...question, electronic: true })).body['clause']).toContain('通过互联网申请行政复议的')
    expect((await ask({ ...question, electronic: false })).body['clause']).not.toContain('互联网')
  })

  it.each(DECISION_KINDS.map(({ code, remedy }) => [code, remedy] as const))('%s: %s', async (decision, group) => {
    const { body } = await ask({ decision, issuedOn: '2026-04-01' })
    expect(body['route']).toBe(group === 'special' ? 'choice' : group)
  })

  it.each([
    ['law/not-in-force', { decision: 'granted', issuedOn: '2008-04-30' }],
    ['law/too-far', { decision: 'granted', issuedOn: '2200-01-01' }],
    ['remedy/delivered-before-issued', { decision: 'granted', issuedOn: '2026-04-02', deliveredOn: '2026-04-01' }],
  ])('%s is 409', async (code, question) => {
    expect(await ask(question)).toMatchObject({ status: 409, body: { code } })
  })

  it.each<[unknown, readonly string[]]>([
    [{}, ['decision', 'issuedOn']],
    [{ decision: 'denied', issuedOn: '2026-04-01' }, ['decision']],
    [{ decision: 7, issuedOn: '2026-04-01' }, ['decision']],
    [{ decision: 'granted', issuedOn: '2026-04-31' }, ['issuedOn']],
    [{ decision: 'granted', issuedOn: '2026-04-01', deliveredOn: 'x' }, ['deliveredOn']],
    [{ decision: 'granted', issuedOn: '2026-04-01', electronic: 'yes' }, ['electronic']],
    [{ decision: 'granted', issuedOn: '2026-04-01', names: {} }, ['names']],
  ])('%j: 422', async (question, fields) => {
    const answer = await ask(question)
    expect(answer.status).toBe(422)
    expect(fieldsOf(answer)).toEqual(fields)
  })
})
