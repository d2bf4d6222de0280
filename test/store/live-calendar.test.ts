import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SYSTEM } from '#case/actor.ts'
import { changeCalendar, type ChangeRequest } from '#features/calendar/index.ts'
import { civilDate } from '#law/civil-date.ts'
import { connect, type Connection } from '#platform/db/connect.ts'
import { silentLog } from '#platform/log.ts'
import { contextFor } from '#store/context.ts'
import { followCalendar, openLiveCalendar, withCalendar } from '#store/live-calendar.ts'
import { eventually } from '#test/support/eventually.ts'
import { ARRANGEMENT_2027 } from '#test/support/invented-2027.ts'
import { calendarWorld, type CalendarWorld } from '../features/calendar/world.ts'

describe('the calendar of a process', { timeout: 60_000 }, () => {
  let world: CalendarWorld
  let other: Connection
  beforeEach(async () => {
    world = await calendarWorld('2026-12-20')
    other = connect(world.url, 3)
  })
  afterEach(async () => {
    await other.close()
    await world.close()
  })
  const importIt = () => changeCalendar(world.ctx('xitong'), { kind: 'import', years: ARRANGEMENT_2027 } as unknown as ChangeRequest, null)
  const dayOff = (authorityId?: string) => changeCalendar(world.ctx('xitong'), { kind: 'day_off', date: civilDate('2026-12-28'), name: '暴雪', reason: '通告', authorityId }, null)

  test('follows a change that another process made, as soon as it is announced', async () => {
    const live = await openLiveCalendar(other)
    const following = followCalendar(other, live, silentLog, 3600)
    try {
      await eventually(async () => (await other.sql`select 1 from pg_stat_activity where query ilike 'listen%calendar%' and datname = current_database()`).length > 0)
      expect(live.book.common.lastYear).toBe(2026)
      await importIt()
      await eventually(() => live.book.common.lastYear === 2027)
    } finally {
      await following.stop()
    }
  })

  test('finds a change by looking where no announcement arrives', async () => {
    const live = await openLiveCalendar(other)
    const deaf = { sql: { listen: () => Promise.reject(new Error('no listening here')) } } as unknown as Connection
    const following = followCalendar(deaf, live, silentLog, 0.02)
    try {
      await importIt()
      await eventually(() => live.book.revision === 1)
    } finally {
      await following.stop()
    }
  })

  test('is read whole at the start, local days off and revocations included', async () => {
    await importIt()
    await dayOff('binhe')
    const { book } = await openLiveCalendar(other)
    expect(book.revision).toBe(2)
    expect(book.common.version).not.toBe(world.live.book.common.version)
    expect([book.of('binhe'), book.of('shiju')].map((calendar) => calendar.kindOf(civilDate('2026-12-28')).working)).toEqual([false, true])
  })

  test('of one action stays the same while it changes under it, and the next action has the new one', async () => {
    const before = contextFor(world.services, world.who('binhe'))
    await dayOff('binhe')
    await world.live.refresh()
    expect(before.calendar.kindOf(civilDate('2026-12-28')).working).toBe(true)
    const after = (username: string) => contextFor(world.services, world.who(username)).calendar.kindOf(civilDate('2026-12-28')).working
    expect([after('binhe'), after('gongkai')]).toEqual([false, true])
    expect(contextFor(world.services, SYSTEM).calendar).toBe(world.live.book.common)
  })

  test('goes with the services however they are spread, and a refresh without a change keeps the book', async () => {
    const live = await openLiveCalendar(other)
    const { sql: _, ...rest } = withCalendar({ ...world.services }, live)
    expect(rest.calendars).toBe(live.book)
    const { book } = live
    expect(await live.refresh()).toBe(book)
  })

  test('arrangements and the record of changes cannot be altered or removed', async () => {
    await importIt()
    await expect(world.services.sql`update calendar_arrangement set off = '{}'`).rejects.toThrow('append-only')
    await expect(world.services.sql`delete from calendar_arrangement`).rejects.toThrow('append-only')
    await expect(world.services.sql`delete from calendar_change`).rejects.toThrow('append-only')
  })
})
