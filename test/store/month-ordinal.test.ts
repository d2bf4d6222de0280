import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicantFor } from '#src/boot/demo/applicants.ts'
import { MATTERS } from '#src/boot/demo/matters.ts'
import { onDay } from '#src/boot/demo/history.ts'
import { fileApplication } from '#features/intake/index.ts'
import { civilDate } from '#law/civil-date.ts'
import { createKeyring } from '#platform/crypto/keyring.ts'
import { contextFor } from '#store/context.ts'
import { personalOf } from '#store/applicant.ts'
import { loadCaseById } from '#store/case-store.ts'
import { comingOrdinal, countedOrdinal, documentHashes, monthOf, nextMonthOrdinal } from '#store/month-ordinal.ts'
import { openDesk, type Desk } from '#test/support/desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-11-20')
})
afterAll(() => desk.close())

const person = (index: number) => applicantFor(MATTERS[0]!, index)

/** A paper application handed in on that day by applicant number `index`; the place in the month that it got. */
async function handIn(index: number, arrivedOn: string, { authorityId = 'shiju', ...more }: { authorityId?: string; name?: string } = {}) {
  const ctx = contextFor(onDay(desk.services, civilDate('2026-11-20')), desk.who('chuangkou'))
  const { filed } = await fileApplication(ctx, {
    authorityId, application: { ...person(index), ...more }, receipt: { channel: 'in_person', arrivedOn: civilDate(arrivedOn) }, idempotencyKey: null,
  })
  return { ...filed, ordinal: await ordinalOf(filed.caseId) }
}

async function ordinalOf(caseId: string) {
  const [row] = await desk.services.sql<{ month_ordinal: number }[]>`select month_ordinal from case_file where id = ${caseId}`
  return row!.month_ordinal
}

describe('the ordinal of a case in the natural month (109号第四条)', () => {
  it('counts by document, never by name; by authority; and anew in each month of receipt', async () => {
    expect((await handIn(1, '2026-11-20')).ordinal).toBe(1)
    expect((await handIn(1, '2026-11-20', { name: '申请人改名' })).ordinal).toBe(2)
    expect((await handIn(2, '2026-11-20')).ordinal).toBe(1)
    expect((await handIn(1, '2026-11-19', { authorityId: 'binhe' })).ordinal).toBe(1)
    expect((await handIn(1, '2026-11-02')).ordinal).toBe(3)
  })

  it('puts paper that was received last month and is entered now into last month', async () => {
    expect((await handIn(3, '2026-11-20')).ordinal).toBe(1)
    expect((await handIn(3, '2026-10-31')).ordinal).toBe(1)
    expect((await handIn(3, '2026-10-30')).ordinal).toBe(2)
    expect((await handIn(3, '2026-11-01')).ordinal).toBe(2)
    expect(monthOf(civilDate('2026-10-31'))).toBe('2026-10-01')
  })

  it('gives twelve filings at once twelve ordinals without a gap', async () => {
    const filed = await Promise.all(Array.from({ length: 12 }, () => handIn(4, '2026-11-18')))
    expect(filed.map(({ ordinal }) => ordinal).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  it('lets the second of two windows wait until the first has finished; one that fails takes nothing', async () => {
    const hashes = documentHashes(desk.services.keyring, 'resident_id', person(5).documentNumber)
    const counter = { authorityId: 'shiju', hashes, receivedOn: civilDate('2026-11-20') }
    const { db } = desk.services
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    let taken = () => {}
    const has = new Promise<void>((resolve) => (taken = resolve))
    const first = db.transaction(async (tx) => {
      const ordinal = await nextMonthOrdinal(tx, counter)
      taken()
      await held
      return ordinal
    })
    await has
    const second = db.transaction((tx) => nextMonthOrdinal(tx, counter))
    expect(await comingOrdinal(db, counter)).toBe(1)
    release()
    expect([await first, await second]).toEqual([1, 2])
    await db.transaction(async (tx) => {
      expect(await nextMonthOrdinal(tx, counter)).toBe(3)
      throw new Error('the filing fails')
    }).catch(() => {})
    expect(await comingOrdinal(db, counter)).toBe(3)
  })

  it('goes on counting after the key has been changed', async () => {
    const old = { id: 'test', key: new Uint8Array(32).fill(7) }
    const rotated = createKeyring([{ id: 'next', key: new Uint8Array(32).fill(8) }, old])
    const counter = (keyring = desk.services.keyring) => ({ authorityId: 'shiju', hashes: documentHashes(keyring, 'resident_id', person(6).documentNumber), receivedOn: civilDate('2026-11-20') })
    const take = (keyring?: ReturnType<typeof createKeyring>) => desk.services.db.transaction((tx) => nextMonthOrdinal(tx, counter(keyring)))
    expect([await take(), await take()]).toEqual([1, 2])
    expect(await comingOrdinal(desk.services.db, counter(rotated))).toBe(3)
    expect([await take(rotated), await take(rotated)]).toEqual([3, 4])
  })
})

describe('the ordinal that counts for the fee', () => {
  it('leaves out what was joined back, and never rises for the others', async () => {
    const cases = [await handIn(7, '2026-11-20'), await handIn(7, '2026-11-20'), await handIn(7, '2026-11-20')]
    const counted = async (index: number) => {
      const { row } = await loadCaseById(desk.services.db, cases[index]!.caseId)
      return countedOrdinal(desk.services.db, desk.services.keyring, row, await personalOf(desk.services.db, row.applicationId))
    }
    expect([await counted(0), await counted(1), await counted(2)]).toEqual([1, 2, 3])
    await desk.services.sql`update case_file set status = 'joined' where id = ${cases[1]!.caseId}`
    expect([await counted(0), await counted(1), await counted(2)]).toEqual([1, null, 2])
    expect((await handIn(7, '2026-11-20')).ordinal).toBe(4)
  })
})

describe('the migration that brought the ordinals', () => {
  it('places the cases that were there before in the order of their registration, and the counter goes on after them', async () => {
    const { sql } = desk.services
    for (const [index, on] of [[8, '2026-11-20'], [8, '2026-11-19'], [8, '2026-10-05'], [9, '2026-11-20'], [8, '2026-11-20']] as const) await handIn(index, on)
    const told = () => sql`select id, month_ordinal from case_file order by id`
    const before = await told()
    await sql`update case_file set month_ordinal = null`
    await sql`delete from month_count where last > 0`
    const file = await readFile(new URL('../../drizzle/0012_similar.sql', import.meta.url), 'utf8')
    const filling = file.split('--> statement-breakpoint').filter((statement) => /^\s*(update case_file|insert into month_count)/.test(statement))
    expect(filling).toHaveLength(2)
    for (const statement of filling) await sql.unsafe(statement)
    expect(await told()).toEqual(before)
    expect((await handIn(8, '2026-11-20')).ordinal).toBe(4)
    expect((await handIn(8, '2026-10-06')).ordinal).toBe(2)
  })
})
