import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changeCalendar, previewChange, recomputeOpenCases, type ChangeRequest } from '#features/calendar/index.ts'
import { civilDate } from '#law/civil-date.ts'
import { verifyChains } from '#store/verify.ts'
import { ARRANGEMENT_2027, INVENTED_2027 } from '#test/support/invented-2027.ts'
import { calendarWorld, delivered, type CalendarWorld } from './world.ts'

const IMPORT = { kind: 'import', years: ARRANGEMENT_2027 } as unknown as ChangeRequest

/**
 * December 2026; nobody has published 2027. Twenty working days after 12-03 is 12-31; later cases end in 2027 and are
 * provisional. The invented arrangement rests on 01-04 and works on 01-09: a date from 01-04 to 01-08 moves by a working day,
 * a later one stays.
 */
describe('an arrangement of 2027 that is imported in December 2026', { timeout: 120_000 }, () => {
  let world: CalendarWorld
  beforeEach(async () => {
    world = await calendarWorld('2026-12-20')
  })
  afterEach(() => world.close())

  const rows = () => world.services.sql<{ number: string; due_on: string | null; provisional: boolean; version: number }[]>`
    select number, due_on, provisional, version from case_file order by id`
  const events = () => world.services.sql<{ number: string; importId: string; oldDueOn: string; newDueOn: string; provisional: boolean; reason: string; actor_kind: string; occurred_on: string }[]>`
    select c.number, e.actor_kind, e.occurred_on, e.data->>'importId' as "importId", e.data->>'oldDueOn' as "oldDueOn", e.data->>'newDueOn' as "newDueOn",
      (e.data->>'provisional')::boolean as provisional, e.data->>'reason' as reason
    from case_event e join case_file c on c.id = e.case_id where e.type = 'calendar_recomputed' order by c.id, e.seq`
  const notices = () => world.services.sql<{ user_id: string; text: string }[]>`select user_id, text from notification order by id`
  const change = async (request: ChangeRequest = IMPORT, seen: string | null = null) => {
    const outcome = await changeCalendar(world.ctx('xitong'), request, seen)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome
  }
  const fileSeven = async () => {
    await world.file('2026-11-20')
    await world.file('2026-12-03')
    await world.file('2026-12-04', { handler: 'chengban' })
    await world.file('2026-12-07', { handler: 'chengban', events: delivered('2026-12-08') })
    await world.file('2026-12-08', { authorityId: 'binhe' })
    await world.file('2026-12-10', { handler: 'chengban2' })
    await world.file('2026-12-11', { handler: 'chengban' })
  }

  test('changes exactly the open cases whose limits touch 2027, each with its old and its new date, and no other', async () => {
    await fileSeven()
    const before = await rows()
    expect(before.map((row) => [row.due_on, row.provisional])).toEqual([
      ['2026-12-18', false], ['2026-12-31', false], ['2027-01-04', true], ['2027-01-05', true], ['2027-01-06', true], ['2027-01-08', true], ['2027-01-11', true],
    ])
    const { importId } = await change()
    await world.runJobs()
    const after = await rows()
    expect(after.map((row) => [row.due_on, row.provisional])).toEqual([
      ['2026-12-18', false], ['2026-12-31', false], ['2027-01-05', false], ['2027-01-05', true], ['2027-01-07', false], ['2027-01-09', false], ['2027-01-11', false],
    ])
    expect(after.map((row, index) => row.version - before[index]!.version)).toEqual([0, 0, 1, 0, 1, 1, 1])
    const told = { importId, actor_kind: 'system', occurred_on: '2026-12-20', provisional: false, reason: '国务院公布2027年放假安排' }
    expect(await events()).toEqual([
      { ...told, number: '2026-0003', oldDueOn: '2027-01-04', newDueOn: '2027-01-05' },
      { ...told, number: '2026-0001', oldDueOn: '2027-01-06', newDueOn: '2027-01-07' },
      { ...told, number: '2026-0005', oldDueOn: '2027-01-08', newDueOn: '2027-01-09' },
      { ...told, number: '2026-0006', oldDueOn: '2027-01-11', newDueOn: '2027-01-11' },
    ])
    expect(await verifyChains(world.services.sql)).toMatchObject({ cases: 7, broken: [] })
  })

  test('does what its preview said, case by case', async () => {
    await fileSeven()
    const preview = await previewChange(world.ctx('xitong'), IMPORT)
    expect(preview).toMatchObject({ total: 4, moved: 3, byAuthority: [{ id: 'shiju', count: 3 }, { id: 'binhe', count: 1 }] })
    expect(preview.days.map(({ date }) => date)).toContain('2027-01-04')
    await change(IMPORT, preview.digest)
    await world.runJobs()
    expect((await events()).map(({ number, oldDueOn, newDueOn, provisional }) => ({ number, oldDueOn, newDueOn, provisional }))).toEqual(
      preview.first.map(({ number, oldDueOn, newDueOn, provisional }) => ({ number, oldDueOn, newDueOn, provisional })),
    )
    const [line] = await world.services.sql`select looked, changed, done_at is not null as done from calendar_change`
    expect(line).toMatchObject({ changed: preview.total, done: true })
  })

  test('tells the handler, or the disclosure office of a case that has none, only where a date moved; and orders word to the applicant', async () => {
    await fileSeven()
    await change()
    await world.runJobs()
    expect(await notices()).toEqual([
      { user_id: 'chengban', text: '2026-0003的最晚答复日从2027年1月4日（周一）改为2027年1月5日（周二），因为国务院公布2027年放假安排' },
      { user_id: 'binhe', text: '2026-0001的最晚答复日从2027年1月6日（周三）改为2027年1月7日（周四），因为国务院公布2027年放假安排' },
      { user_id: 'chengban2', text: '2026-0005的最晚答复日从2027年1月8日（周五）改为2027年1月9日（周六），因为国务院公布2027年放假安排' },
    ])
    const told = await world.services.sql`select number, message.channel, text from message join case_file on case_file.id = case_id where occasion = 'date_changed' order by number`
    expect(told.map(({ number, channel }) => [number, channel])).toEqual([['2026-0001', 'email'], ['2026-0003', 'email'], ['2026-0005', 'email']])
    expect(told[1]!['text']).toContain('因为国务院公布2027年放假安排，您的申请的最晚答复日从2027年1月4日改为2027年1月5日')
  })

  test('imported a second time does nothing a second time', async () => {
    await fileSeven()
    await change()
    await world.runJobs()
    const [first, jobs] = [await events(), await world.services.sql`select id from outbox`]
    expect(await change()).toMatchObject({ changed: false, importId: null, revision: 1 })
    expect(await world.services.sql`select id from outbox`).toEqual(jobs)
    await recomputeOpenCases(world.services, 1)
    expect(await events()).toEqual(first)
    expect(await notices()).toHaveLength(3)
  })

  test('of two confirmations at once one imports and the other finds it done', async () => {
    await world.file('2026-12-04', { handler: 'chengban' })
    const { digest } = await previewChange(world.ctx('xitong'), IMPORT)
    const both = await Promise.all([change(IMPORT, digest), change(IMPORT, digest)])
    expect(both.map(({ changed }) => changed).sort()).toEqual([false, true])
    await world.runJobs()
    expect(await events()).toHaveLength(1)
  })

  test('a job that is delivered twice at once does the work once', async () => {
    for (let count = 0; count < 12; count += 1) await world.file('2026-12-04', { handler: 'chengban' })
    await change()
    await Promise.all([recomputeOpenCases(world.services, 1, { batch: 2 }), recomputeOpenCases(world.services, 1, { batch: 3 })])
    expect(await events()).toHaveLength(12)
    expect((await world.services.sql`select looked, changed from calendar_change`)[0]).toEqual({ looked: 12, changed: 12 })
    expect(await verifyChains(world.services.sql)).toMatchObject({ broken: [] })
  })

  test('interrupted after some batches goes on where it stopped, and no case has two events', async () => {
    for (let count = 0; count < 7; count += 1) await world.file('2026-12-04', { handler: 'chengban' })
    await change()
    let batches = 0
    const crash = recomputeOpenCases(world.services, 1, {
      batch: 2,
      afterBatch: () => {
        if ((batches += 1) === 2) throw new Error('power cut')
      },
    })
    await expect(crash).rejects.toThrow('power cut')
    expect(await events()).toHaveLength(4)
    expect((await world.services.sql`select looked, changed, done_at from calendar_change`)[0]).toEqual({ looked: 4, changed: 4, done_at: null })
    const after: number[] = []
    await recomputeOpenCases(world.services, 1, { batch: 2, afterBatch: ({ looked }) => void after.push(looked) })
    expect(after).toEqual([6, 7])
    expect(new Set((await events()).map(({ number }) => number)).size).toBe(7)
    expect(await events()).toHaveLength(7)
    expect(await notices()).toHaveLength(7)
    expect(await verifyChains(world.services.sql)).toMatchObject({ cases: 7, broken: [] })
  })

  test('a later import of the same year with other days corrects the dates, and says so', async () => {
    await world.file('2026-12-04', { handler: 'chengban' })
    await change()
    await world.runJobs()
    const corrected = { kind: 'import', years: { '2027': { ...INVENTED_2027, off: INVENTED_2027.off.filter((day) => day !== '2027-01-04'), work: INVENTED_2027.work.filter((day) => day !== '2027-01-09') } } } as unknown as ChangeRequest
    expect(await change(corrected)).toMatchObject({ changed: true, revision: 2 })
    await world.runJobs()
    expect((await events()).map(({ oldDueOn, newDueOn, reason }) => [oldDueOn, newDueOn, reason])).toEqual([
      ['2027-01-04', '2027-01-05', '国务院公布2027年放假安排'],
      ['2027-01-05', '2027-01-04', '2027年放假安排有更正'],
    ])
    expect(await world.services.sql`select year, revision from calendar_arrangement order by revision`).toEqual([{ year: 2027, revision: 1 }, { year: 2027, revision: 2 }])
  })

  test('two changes before any job ran are told apart in the events of each case, in their order', async () => {
    await world.file('2026-12-04', { handler: 'chengban' })
    await change()
    await change({ kind: 'day_off', date: civilDate('2026-12-28'), name: '暴雪', reason: '市政府通告', authorityId: undefined })
    await world.runJobs()
    expect((await events()).map(({ oldDueOn, newDueOn, reason }) => [oldDueOn, newDueOn, reason])).toEqual([
      ['2027-01-04', '2027-01-05', '国务院公布2027年放假安排'],
      ['2027-01-05', '2027-01-06', '2026年12月28日（周一）暴雪放假'],
    ])
    expect((await rows())[0]).toMatchObject({ due_on: '2027-01-06', provisional: false })
  })

  test('an action on a case between the import and its job loses neither the event nor the date', async () => {
    const { caseId } = await world.file('2026-12-04', { handler: 'chengban' })
    await change()
    await world.live.refresh()
    await world.append(caseId, { type: 'personal_data_opened', on: civilDate('2026-12-20'), fields: ['phone'], reason: '联系申请人' })
    expect((await rows())[0]).toMatchObject({ due_on: '2027-01-05' })
    await world.runJobs()
    expect((await events()).map(({ oldDueOn, newDueOn }) => [oldDueOn, newDueOn])).toEqual([['2027-01-04', '2027-01-05']])
  })

  test('a process that has not heard of the new calendar writes the old date; a job puts it right', async () => {
    const { caseId } = await world.file('2026-12-04', { handler: 'chengban' })
    await change()
    await world.runJobs()
    expect(world.live.book.revision).toBe(0)
    await world.append(caseId, { type: 'personal_data_opened', on: civilDate('2026-12-20'), fields: ['phone'], reason: '联系申请人' })
    expect((await rows())[0]).toMatchObject({ due_on: '2027-01-04', provisional: true })
    const late = await world.file('2026-12-10')
    expect(await world.runJobs()).toBeGreaterThan(0)
    expect((await rows()).map((row) => [row.due_on, row.provisional])).toEqual([['2027-01-05', false], ['2027-01-09', false]])
    expect((await events()).map(({ number, oldDueOn, newDueOn }) => [number, oldDueOn, newDueOn])).toEqual([
      ['2026-0001', '2027-01-04', '2027-01-05'], [late.number, '2027-01-08', '2027-01-09'],
    ])
    expect(await verifyChains(world.services.sql)).toMatchObject({ broken: [] })
  })
})
