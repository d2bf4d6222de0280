import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changeCalendar, previewChange, type ChangeRequest } from '#features/calendar/index.ts'
import { civilDate, type CivilDate } from '#law/civil-date.ts'
import { verifyChains } from '#store/verify.ts'
import { calendarWorld, delivered, type CalendarWorld } from './world.ts'

describe('a local day off', { timeout: 120_000 }, () => {
  let world: CalendarWorld
  beforeEach(async () => {
    world = await calendarWorld('2026-11-05')
  })
  afterEach(() => world.close())

  const dayOff = (date: string, authorityId?: string): ChangeRequest => ({ kind: 'day_off', date: civilDate(date), name: '台风', reason: '市政府通告', authorityId })
  const change = async (request: ChangeRequest) => {
    const outcome = await changeCalendar(world.ctx('xitong'), request, null)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    await world.runJobs()
    await world.live.refresh()
    return outcome
  }
  const due = async () => (await world.services.sql<{ due_on: CivilDate }[]>`select due_on from case_file order by received_on, authority_id, number`).map((row) => row.due_on)
  const standing = async () => (await world.services.sql<{ id: string }[]>`select id from local_day_off where revoked_revision is null`)[0]!.id
  const events = () => world.services.sql`select c.number, c.authority_id, e.data->>'oldDueOn' as old, e.data->>'newDueOn' as new, e.data->>'reason' as reason
    from case_event e join case_file c on c.id = e.case_id where e.type = 'calendar_recomputed' order by c.number, e.seq`

  test('moves the due dates that it lies before, and taking it back moves them back', async () => {
    await world.file('2026-10-20', { handler: 'chengban' })
    await world.file('2026-11-02', { handler: 'chengban' })
    await world.file('2026-11-02', { handler: 'chengban', events: delivered('2026-11-03') })
    expect(await due()).toEqual(['2026-11-17', '2026-11-30', '2026-11-30'])
    await change(dayOff('2026-11-18'))
    expect(await due()).toEqual(['2026-11-17', '2026-12-01', '2026-11-30'])
    await change({ kind: 'revocation', id: await standing() })
    expect(await due()).toEqual(['2026-11-17', '2026-11-30', '2026-11-30'])
    expect((await events()).map((row) => [row['old'], row['new'], row['reason']])).toEqual([
      ['2026-11-30', '2026-12-01', '2026年11月18日（周三）台风放假'],
      ['2026-12-01', '2026-11-30', '撤销2026年11月18日（周三）的台风放假'],
    ])
    expect(await verifyChains(world.services.sql)).toMatchObject({ broken: [] })
  })

  test('of one authority moves its cases alone, looks at no other, and holds for what it files later', async () => {
    await world.file('2026-11-02', { authorityId: 'binhe' })
    await world.file('2026-11-02')
    const preview = await previewChange(world.ctx('xitong'), dayOff('2026-11-18', 'binhe'))
    expect(preview).toMatchObject({ total: 1, moved: 1, byAuthority: [{ id: 'binhe', count: 1 }] })
    await change(dayOff('2026-11-18', 'binhe'))
    expect(await due()).toEqual(['2026-12-01', '2026-11-30'])
    expect((await world.services.sql`select looked, changed from calendar_change`)[0]).toEqual({ looked: 1, changed: 1 })
    await world.file('2026-11-02', { authorityId: 'binhe' })
    await world.file('2026-11-02')
    expect(await due()).toEqual(['2026-12-01', '2026-12-01', '2026-11-30', '2026-11-30'])
  })

  test('on the due day itself puts the due day off, and one after it changes nothing', async () => {
    await world.file('2026-11-02')
    await change(dayOff('2026-11-30'))
    expect(await due()).toEqual(['2026-12-01'])
    await change(dayOff('2026-12-02'))
    expect(await due()).toEqual(['2026-12-01'])
  })

  test('moves the last day of the correction notice while it can still be given, even where nothing else would tell', async () => {
    await world.file('2026-11-02')
    await world.file('2026-11-02', { handler: 'chengban' })
    await change(dayOff('2026-11-06'))
    const told = await world.services.sql`select e.data->>'correctionNoticeDueOn' as notice from case_event e join case_file c on c.id = e.case_id where e.type = 'calendar_recomputed' order by c.number`
    expect(told.map((row) => row['notice'])).toEqual(['2026-11-12', null])
    const [text] = await world.services.sql`select text from notification where user_id = 'gongkai'`
    expect(text!['text']).toBe('2026-0001的最晚答复日从11月30日（周一）改为12月1日（周二），补正告知改为最晚11月12日（周四），因为2026年11月6日（周五）台风放假')
  })

  test('declared twice is declared once; taken back twice is taken back once', async () => {
    await world.file('2026-11-02')
    expect(await change(dayOff('2026-11-18'))).toMatchObject({ changed: true })
    expect(await change(dayOff('2026-11-18'))).toMatchObject({ changed: false })
    const id = await standing()
    expect(await change({ kind: 'revocation', id })).toMatchObject({ changed: true })
    expect(await change({ kind: 'revocation', id })).toMatchObject({ changed: false })
    expect(await events()).toHaveLength(2)
    expect(await change(dayOff('2026-11-18'))).toMatchObject({ changed: true, revision: 3 })
  })
})
