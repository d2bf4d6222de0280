import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeadlineAnswer } from '#features/calculators/answer.schema.ts'
import { formatCitation } from '#law/citation.ts'
import published from '#test/law/golden/published-cases.json' with { type: 'json' }
import { fieldsOf, openCalculators, type Calculators } from './asking.ts'

type Event = Record<string, unknown>

let calculators: Calculators
const ask = (question: unknown) => calculators.ask('deadline', question)
const clockOf = async (receivedOn: string, events: readonly Event[] = [], today?: string) => {
  const { status, body } = await ask({ receivedOn, events, ...(today === undefined ? {} : { today }) })
  expect([status, body['detail']]).toEqual([200, undefined])
  expect(DeadlineAnswer.parse(body)).toEqual(body)
  return body as DeadlineAnswer
}

beforeAll(async () => void (calculators = await openCalculators('2026-11-21')))
afterAll(() => calculators.system.stop())

describe('POST /api/v1/calculators/deadline', () => {
  it('answers every field; what does not apply is null', async () => {
    const answer = await clockOf('2026-11-02', [], '2026-11-20')
    expect(answer).toMatchObject({
      status: 'running', dueOn: '2026-11-30', provisional: false, correctionNoticeDueOn: '2026-11-11', respondBy: null, payBy: null,
      ifResumedTodayDueOn: null, latestPossibleDueOn: null, remainingWorkingDays: 6, overdue: false, timely: null, lawAsOf: '2026-11-02',
    })
    expect(answer.working).toEqual([
      { on: '2026-11-02', text: '11月2日（周一）收到，次日起数20个工作日，所以最晚2026年11月30日（周一）答复', cite: { instrument: '711', article: 33, paragraph: 2 } },
    ])
    expect(answer.days).toHaveLength(29)
    expect(answer.days.slice(0, 2)).toMatchObject([{ date: '2026-11-02', kind: 'receipt', count: null }, { date: '2026-11-03', kind: 'working', count: 1 }])
    expect(answer.days.at(-1)).toMatchObject({ date: '2026-11-30', kind: 'working', count: 20 })
  })

  it('names every kind of day: holidays, make-up days, weekends, excluded days', async () => {
    const { days } = await clockOf('2026-09-24', [
      { type: 'consultation_started', id: 'a', kind: 'third_party', on: '2026-10-12' },
      { type: 'consultation_ended', id: 'a', on: '2026-10-14' },
    ])
    const kindOf = (date: string) => days.find((row) => row.date === date)
    expect(kindOf('2026-10-01')).toEqual({ date: '2026-10-01', kind: 'day_off', count: null, extension: false, name: '国庆' })
    expect(kindOf('2026-10-10')).toMatchObject({ kind: 'make_up', count: 6 })
    expect(kindOf('2026-10-11')).toMatchObject({ kind: 'weekend', count: null })
    expect(kindOf('2026-10-13')).toMatchObject({ kind: 'excluded', count: null })
  })

  it('reads the clock today, unless a day is named', async () => {
    expect(await clockOf('2026-11-02')).toMatchObject({ today: '2026-11-21', remainingWorkingDays: 6 })
    expect(await clockOf('2026-11-02', [], '2026-11-02')).toMatchObject({ today: '2026-11-02', remainingWorkingDays: 20 })
    expect(await clockOf('2026-10-09')).toMatchObject({ dueOn: '2026-11-05', overdue: true, remainingWorkingDays: -11 })
  })

  it('may be asked ahead: what is still to come is read on the day of its receipt', async () => {
    expect(await clockOf('2026-12-01')).toMatchObject({ today: '2026-12-01', dueOn: '2026-12-29', remainingWorkingDays: 20 })
  })

  it('marks what touches a year without an arrangement (law.md §12.1.3)', async () => {
    expect(await clockOf('2026-12-10', [], '2026-12-10')).toMatchObject({ dueOn: '2027-01-08', provisional: true })
  })
})

describe('published cases', () => {
  it.each(published.map((matter) => [matter.id, matter] as const))('%s is computed as it was decided', async (_id, matter) => {
    expect(await clockOf(matter.receivedOn, [], matter.receivedOn)).toMatchObject({
      dueOn: matter.dueOn, quota: matter.answerWorkingDays, correctionNoticeDueOn: matter.correctionNoticeDueOn, provisional: false, lawAsOf: matter.receivedOn,
    })
    for (const { on, verdict } of matter.events.filter((event) => event.verdict !== null && !event.what.includes('补正'))) {
      expect(await clockOf(matter.receivedOn, [{ type: 'replied', on }])).toMatchObject({ status: 'ended', dueOn: matter.dueOn, timely: verdict === '期内', endedOn: on })
    }
  })
})

const correction: Event = { type: 'correction_requested', on: '2026-03-05', respondBy: '2026-03-20' }
const asked: Event = { type: 'consultation_started', id: 'a', kind: 'third_party', on: '2026-03-05', servedOn: '2026-03-06' }
const fee: Event = { type: 'fee_notice_sent', on: '2026-03-10' }
const noticed: Event = { type: 'fee_notice_received', on: '2026-03-12' }

describe('each event (law.md §12.3), received on 2026-03-02, due on 2026-03-30', () => {
  it.each<[string, readonly Event[], string, object]>([
    ['a correction is awaited', [correction], '2026-03-11', { status: 'awaiting_correction', dueOn: null, respondBy: '2026-03-20', ifResumedTodayDueOn: '2026-04-09', latestPossibleDueOn: '2026-04-20', remainingWorkingDays: null, overdue: false }],
    ['on the last day of a correction it is still awaited', [correction], '2026-03-20', { status: 'awaiting_correction' }],
    ['the day after, the application has lapsed (30条)', [correction], '2026-03-21', { status: 'lapsed', dueOn: null, endedOn: '2026-03-20', timely: null }],
    ['a correction counts anew', [correction, { type: 'correction_received', on: '2026-03-11' }], '2026-03-11', { status: 'running', dueOn: '2026-04-09', originOn: '2026-03-11', remainingWorkingDays: 20 }],
    ['a late correction with good cause', [correction, { type: 'correction_received', on: '2026-03-23', goodCause: true }], '2026-03-23', { status: 'running', dueOn: '2026-04-21' }],
    ['an opinion is awaited', [asked], '2026-03-09', { status: 'consulting', dueOn: null, ifResumedTodayDueOn: '2026-04-01', latestPossibleDueOn: '2026-04-22' }],
    ['an opinion came', [asked, { type: 'consultation_ended', id: 'a', on: '2026-03-12' }], '2026-03-12', { status: 'running', dueOn: '2026-04-07' }],
    ['a silent party: fifteen working days (32条)', [asked], '2026-03-28', { status: 'running', dueOn: '2026-04-22' }],
    ['parallel opinions exclude their union', [asked, { ...asked, id: 'b', kind: 'other_agency', on: '2026-03-09', servedOn: '2026-03-09' }, { type: 'consultation_ended', id: 'a', on: '2026-03-12' }, { type: 'consultation_ended', id: 'b', on: '2026-03-16' }], '2026-03-16', { dueOn: '2026-04-09' }],
    ['extended by ten', [{ type: 'extended', on: '2026-03-10', days: 10 }], '2026-03-10', { status: 'running', dueOn: '2026-04-14', originalDueOn: '2026-03-30', quota: 30 }],
    ['a fee is awaited, its notice not yet received', [fee], '2026-03-11', { status: 'awaiting_payment', dueOn: null, payBy: null, latestPossibleDueOn: null }],
    ['a fee is awaited', [fee, noticed], '2026-03-13', { status: 'awaiting_payment', payBy: '2026-04-10', latestPossibleDueOn: '2026-05-12' }],
    ['a fee was paid: counted anew from the day after', [fee, noticed, { type: 'fee_paid', on: '2026-03-20' }], '2026-03-20', { status: 'running', dueOn: '2026-04-20', originOn: '2026-03-20' }],
    ['a fee was not paid (109号6条)', [fee, noticed], '2026-04-11', { status: 'lapsed', endedOn: '2026-04-10' }],
    ['reasons are asked for: the clock runs on (35条)', [{ type: 'reasons_requested', on: '2026-03-05' }], '2026-03-05', { status: 'running', dueOn: '2026-03-30' }],
    ['deferred (35条)', [{ type: 'deferred', on: '2026-03-05', until: '2026-05-16' }], '2026-03-05', { status: 'deferred', dueOn: '2026-05-16' }],
    ['replied on the last day', [{ type: 'replied', on: '2026-03-30' }], '2026-06-01', { status: 'ended', dueOn: '2026-03-30', timely: true, overdue: false, remainingWorkingDays: null }],
    ['replied the day after', [{ type: 'replied', on: '2026-03-31' }], '2026-06-01', { status: 'ended', dueOn: '2026-03-30', timely: false }],
    ['withdrawn', [{ type: 'withdrawn', on: '2026-03-05' }], '2026-06-01', { status: 'ended', timely: null, endedOn: '2026-03-05' }],
    ['overdue on a Saturday: the working days since', [], '2026-04-04', { status: 'running', dueOn: '2026-03-30', overdue: true, remainingWorkingDays: -4 }],
    ['the last day', [], '2026-03-30', { remainingWorkingDays: 0, overdue: false }],
  ])('%s', async (_name, events, today, expected) => {
    expect(await clockOf('2026-03-02', events, today)).toMatchObject(expected)
  })
})

describe('what the law refuses is 409 with its code and article', () => {
  const extended = (on: string, days = 5): Event => ({ type: 'extended', on, days })
  it.each<[string, string, string, readonly Event[]]>([
    ['law/not-in-force', '2007年条例38条', '2008-04-30', []],
    ['extension/already-extended', '33条第二款', '2026-03-02', [extended('2026-03-05'), extended('2026-03-06')]],
    ['extension/too-long', '33条第二款', '2026-03-02', [extended('2026-03-05', 21)]],
    ['extension/too-long', '2007年条例24条第二款', '2019-05-14', [extended('2019-05-15', 16)]],
    ['extension/after-deadline', '33条第二款', '2026-03-02', [extended('2026-03-31')]],
    ['extension/not-running', '33条第二款', '2026-03-02', [correction, extended('2026-03-06')]],
    ['clock/out-of-order', '33条第二款', '2026-03-02', [{ type: 'replied', on: '2026-03-01' }]],
    ['clock/out-of-order', '33条第二款', '2026-03-02', [{ type: 'reasons_requested', on: '2026-03-06' }, { type: 'replied', on: '2026-03-05' }]],
    ['clock/out-of-order', '33条第三款', '2026-03-02', [{ ...asked, servedOn: '2026-03-04' }]],
    ['clock/out-of-order', '35条', '2026-03-02', [{ type: 'deferred', on: '2026-03-05', until: '2026-03-05' }]],
    ['clock/ended', '33条第二款', '2026-03-02', [{ type: 'replied', on: '2026-03-05' }, extended('2026-03-06')]],
    ['clock/lapsed', '30条', '2026-03-02', [correction, extended('2026-03-23')]],
    ['clock/lapsed', '109号6条', '2026-03-02', [fee, noticed, { type: 'fee_paid', on: '2026-04-11' }]],
    ['correction/already-requested', '30条', '2026-03-02', [correction, { type: 'correction_received', on: '2026-03-06' }, { ...correction, on: '2026-03-09' }]],
    ['correction/not-running', '30条', '2026-03-02', [fee, { ...correction, on: '2026-03-11' }]],
    ['correction/no-time-to-respond', '30条', '2026-03-02', [{ ...correction, respondBy: '2026-03-05' }]],
    ['correction/not-requested', '30条', '2026-03-02', [{ type: 'correction_received', on: '2026-03-05' }]],
    ['correction/lapsed', '30条', '2026-03-02', [correction, { type: 'correction_received', on: '2026-03-21' }]],
    ['consultation/duplicate', '33条第三款', '2026-03-02', [asked, { ...asked, on: '2026-03-06' }]],
    ['consultation/unknown', '33条第三款', '2026-03-02', [{ type: 'consultation_ended', id: 'a', on: '2026-03-05' }]],
    ['consultation/already-ended', '33条第三款', '2026-03-02', [asked, { type: 'consultation_ended', id: 'a', on: '2026-03-09' }, { type: 'consultation_ended', id: 'a', on: '2026-03-09' }]],
    ['fee/not-in-force', '109号12条', '2020-12-31', [{ type: 'fee_notice_sent', on: '2021-01-04' }]],
    ['fee/already-noticed', '109号6条', '2026-03-02', [fee, { ...fee, on: '2026-03-11' }]],
    ['fee/not-running', '109号6条', '2026-03-02', [correction, fee]],
    ['fee/after-deadline', '109号6条', '2026-03-02', [{ ...fee, on: '2026-03-31' }]],
    ['fee/no-notice', '109号6条', '2026-03-02', [{ type: 'fee_paid', on: '2026-03-05' }]],
    ['fee/already-received', '109号6条', '2026-03-02', [fee, noticed, noticed]],
    ['law/not-in-force', '35条', '2019-05-14', [{ type: 'reasons_requested', on: '2019-05-16' }]],
    ['deferral/already-deferred', '35条', '2026-03-02', [{ type: 'deferred', on: '2026-03-05', until: '2026-05-15' }, { type: 'deferred', on: '2026-03-06', until: '2026-06-15' }]],
    ['deferral/not-running', '35条', '2026-03-02', [fee, { type: 'deferred', on: '2026-03-11', until: '2026-05-15' }]],
    ['deferral/after-deadline', '35条', '2026-03-02', [{ type: 'deferred', on: '2026-03-31', until: '2026-05-15' }]],
    ['deferral/not-later', '35条', '2026-03-02', [{ type: 'deferred', on: '2026-03-05', until: '2026-03-30' }]],
  ])('%s (%s)', async (code, article, receivedOn, events) => {
    const { status, type, body } = await ask({ receivedOn, events })
    expect([status, body['code'], body['status'], type]).toEqual([409, code, 409, 'application/problem+json; charset=utf-8'])
    expect(formatCitation(body['cite'], 'short')).toBe(article)
    expect(body['detail']).toMatch(/[\u4e00-\u9fff]{4}/)
  })

  it.each([
    ['clock/too-far', { receivedOn: '2026-03-02', today: '2070-01-01' }],
    ['law/too-far', { receivedOn: '2200-01-01' }],
  ])('%s bounds what is absurd', async (code, question) => {
    expect(await ask(question)).toMatchObject({ status: 409, body: { code } })
  })
})

describe('bad input is 422 and names the field', () => {
  const day = { type: 'reasons_requested', on: '2026-03-05' }
  it.each<[string, unknown, readonly string[]]>([
    ['nothing', {}, ['receivedOn']],
    ['an impossible day', { receivedOn: '2026-02-29' }, ['receivedOn']],
    ['a day in other words', { receivedOn: '2026年3月2日' }, ['receivedOn']],
    ['a moment instead of a day', { receivedOn: '2026-03-02T00:00:00Z' }, ['receivedOn']],
    ['a number instead of a day', { receivedOn: 20260302 }, ['receivedOn']],
    ['null', { receivedOn: null }, ['receivedOn']],
    ['a day before receipt', { receivedOn: '2026-03-02', today: '2026-03-01' }, ['today']],
    ['an impossible today', { receivedOn: '2026-03-02', today: '' }, ['today']],
    ['events that are no list', { receivedOn: '2026-03-02', events: { type: 'replied' } }, ['events']],
    ['an event that is no object', { receivedOn: '2026-03-02', events: ['replied'] }, ['events.0']],
    ['an unknown type, fourth', { receivedOn: '2026-03-02', events: [day, day, day, { type: 'lapsed', on: '2026-03-06' }] }, ['events.3.type']],
    ['no type', { receivedOn: '2026-03-02', events: [{ on: '2026-03-06' }] }, ['events.0.type']],
    ['an impossible day of the fourth event', { receivedOn: '2026-03-02', events: [day, day, day, { type: 'replied', on: '2026-13-01' }] }, ['events.3.on']],
    ['no day', { receivedOn: '2026-03-02', events: [{ type: 'replied' }] }, ['events.0.on']],
    ['no respondBy', { receivedOn: '2026-03-02', events: [{ type: 'correction_requested', on: '2026-03-05' }] }, ['events.0.respondBy']],
    ['days as text', { receivedOn: '2026-03-02', events: [{ type: 'extended', on: '2026-03-05', days: '10' }] }, ['events.0.days']],
    ['a fraction of a day', { receivedOn: '2026-03-02', events: [{ type: 'extended', on: '2026-03-05', days: 1.5 }] }, ['events.0.days']],
    ['no days', { receivedOn: '2026-03-02', events: [{ type: 'extended', on: '2026-03-05', days: 0 }] }, ['events.0.days']],
    ['days below zero', { receivedOn: '2026-03-02', events: [{ type: 'extended', on: '2026-03-05', days: -5 }] }, ['events.0.days']],
    ['a kind of party that does not exist', { receivedOn: '2026-03-02', events: [{ ...asked, kind: 'neighbour' }] }, ['events.0.kind']],
    ['an opinion without id', { receivedOn: '2026-03-02', events: [{ ...asked, id: undefined }] }, ['events.0.id']],
    ['an id of blanks', { receivedOn: '2026-03-02', events: [{ ...asked, id: '  ' }] }, ['events.0.id']],
    ['no until', { receivedOn: '2026-03-02', events: [{ type: 'deferred', on: '2026-03-05' }] }, ['events.0.until']],
    ['what nobody asked for', { receivedOn: '2026-03-02', channel: 'fax', events: [{ type: 'replied', on: '2026-03-05', by: 'me' }] }, ['events.0.by', 'channel']],
    ['more than 500 events', { receivedOn: '2026-03-02', events: Array.from({ length: 501 }, () => day) }, ['events']],
    ['everything at once', { today: 'x', events: [{ type: 'extended' }] }, ['receivedOn', 'today', 'events.0.on', 'events.0.days']],
  ])('%s', async (_name, question, fields) => {
    const answer = await ask(question)
    expect([answer.status, answer.body['code']]).toEqual([422, 'common/invalid-input'])
    expect(fieldsOf(answer)).toEqual(fields)
    for (const { message } of answer.body['errors']) expect(message).toMatch(/[\u4e00-\u9fff]{2}/)
  })

  it.each(['', '{', '[]', '"x"', 'null', '{"receivedOn":"2026-03-02"'])('a body that is no object: %s', async (body) => {
    expect((await calculators.send('deadline', body)).status).toBe(422)
  })

  it('takes 500 events, however long their consultations lasted', async () => {
    const events = Array.from({ length: 250 }, (_, n) => [
      { type: 'consultation_started', id: `c${n}`, kind: 'other_agency', on: '2026-03-03' },
      { type: 'consultation_ended', id: `c${n}`, on: n < 249 ? '2026-03-03' : '2065-03-02' },
    ]).flat()
    expect(await clockOf('2026-03-02', events, '2065-03-02')).toMatchObject({ status: 'running' })
  })
})

describe('the door', () => {
  it('is described for OpenAPI, with the refusals', async () => {
    const document = (await (await fetch(`${calculators.system.url}/api/v1/openapi.json`)).json()) as Record<string, any>
    for (const [name, schema] of [['deadline', 'Deadline'], ['fee', 'Fee'], ['remedy', 'Remedy']]) {
      const described = document['paths'][`/api/v1/calculators/${name}`].post
      expect(described.tags).toEqual(['计算'])
      expect(Object.keys(described.responses)).toEqual(['200', '409', '422', '429'])
      expect(described.requestBody.content['application/json'].schema).toEqual({ $ref: `#/components/schemas/${schema}Question` })
      expect(document['components'].schemas[`${schema}Answer`]).toBeDefined()
    }
    expect(document['components'].schemas['DeadlineEvent'].oneOf ?? document['components'].schemas['DeadlineEvent'].anyOf).toHaveLength(12)
  })

  it('is closed for the rest of the minute to an address that asks too often', async () => {
    const strict = await openCalculators('2026-11-21', 3)
    const answers = []
    for (let n = 0; n < 4; n += 1) answers.push(await strict.ask('fee', { basis: 'per_page', receivedOn: '2026-11-01', pages: 31 }))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    expect(answers[3]!.headers.get('retry-after')).toBe('60')
    expect(answers[3]!.body['code']).toBe('common/too-many-requests')
    await strict.system.stop()
  })
})
