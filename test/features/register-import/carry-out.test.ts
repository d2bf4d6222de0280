import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { SYSTEM } from '#case/actor.ts'
import { accept } from '#features/acceptance/index.ts'
import { archive } from '#features/archive/index.ts'
import { deliver } from '#features/delivery/index.ts'
import { carryOut } from '#features/register-import/carry-out.ts'
import { expiredRegisters } from '#features/register-import/expired.sweep.ts'
import { findImport, listImports, openTable } from '#features/register-import/imports.ts'
import { dryRun, prepare, takeFile } from '#features/register-import/prepare.ts'
import { fileApplication } from '#features/intake/index.ts'
import { nodeTableReader } from '#platform/tables/node-table-reader.ts'
import { caseClock } from '#store/case-row.ts'
import { contextFor } from '#store/context.ts'
import { loadCase } from '#store/case-store.ts'
import { verifyChains } from '#store/verify.ts'
import { openDesk, type Desk } from '#test/support/desk.ts'
import { NOBODY } from './sheet.ts'
import { file, importAll, importing, ready, row, TODAY } from './world.ts'

let desk: Desk
beforeAll(async () => void (desk = await openDesk('2026-11-20')))
afterAll(() => desk.close())

const rows = async (sql: string) => (await desk.services.sql.unsafe(sql)) as unknown as Record<string, unknown>[]
const counts = async () => (await rows('select (select count(*)::int from case_file) as cases, (select count(*)::int from applicant) as applicants, (select count(*)::int from application) as applications, (select count(*)::int from case_event) as events, (select count(*)::int from outbox) as effects, (select count(*)::int from letter) as letters, (select count(*)::int from month_count) as counters, (select count(*)::int from number_series) as series'))[0]!
const open = (number: string) => row({ 登记号: number, 收到日期: '2026-11-10', 答复类型: '', 答复日期: '', 答复文号: '', 送达日期: '', 送达方式: '' })

describe('what a line becomes', () => {
  test('an answered line is an archived case with its history, its clock and its timeliness; nobody is told and nothing is rendered', async () => {
    const before = await counts()
    const { outcome, id } = await importAll(importing(desk), file(row({ 登记号: '2019-12', 证件号码: NOBODY, 承办人: desk.who('chengban').name }), row({ 登记号: '2019-13', 答复日期: '2019-08-20', 送达日期: '2019-08-21' })))
    expect(outcome).toEqual({ ok: true, imported: 2, leftOut: 0, already: false })
    const { state, events, row: saved } = await loadCase(desk.services.db, desk.who('gongkai'), '2019-12')
    expect(events.map(({ event, actorKind, actorName, actorId }) => `${event.type} ${event.on} ${actorKind} ${actorName} ${actorId ?? ''}`.trim())).toEqual([
      'application_received 2019-06-03 system 旧登记', 'decision_taken 2019-06-20 system 旧登记', 'reply_issued 2019-06-20 system 旧登记', 'reply_delivered 2019-06-21 system 旧登记', 'case_archived 2019-06-21 system 旧登记',
      `case_imported 2026-11-20 staff ${desk.who('gongkai').name} gongkai`, `case_assigned 2026-11-20 staff ${desk.who('gongkai').name} gongkai`,
    ])
    expect(state).toMatchObject({ status: 'archived', handlerId: 'chengban', unitId: desk.who('chengban').unitId, number: '2019-12', receivedOn: '2019-06-03', decision: { code: 'granted' }, imported: { importId: id, on: TODAY, handlerText: desk.who('chengban').name }, reply: { documentNumber: '示例公信公开〔2019〕3号', issuedOn: '2019-06-20', stored: false, elsewhere: true }, delivery: { on: '2019-06-21', service: 'post' } })
    expect(saved).toMatchObject({ open: false, decisionKind: 'granted', clockStatus: 'ended', monthOrdinal: 1 })
    const clock = (number: string) => loadCase(desk.services.db, desk.who('gongkai'), number).then((one) => caseClock(one.state, one.events, TODAY, desk.services.calendar))
    expect([(await clock('2019-12')).timely, (await clock('2019-13')).timely]).toEqual([true, false])
    const after = await counts()
    expect([after['effects'], after['letters']]).toEqual([before['effects'], before['letters']])
    expect((await verifyChains(desk.services.sql)).broken).toEqual([])
  })

  test('the identity number is sealed like all others; the file is erased with the import, and nothing of it stands anywhere in clear', async () => {
    const [kept] = await listImports(importing(desk))
    expect(kept).toMatchObject({ status: 'imported', kept: false, imported: 2 })
    for (const name of ['applicant', 'application', 'case_file', 'case_event', 'register_import', 'register_mapping', 'outbox', 'idempotency_key']) {
      const text = JSON.stringify(await rows(`select t::text as t, encode(convert_to(t::text, 'UTF8'), 'escape') as e from ${name} t`))
      expect(text.includes(NOBODY), name).toBe(false)
    }
  })

  test('an open line is a case that goes on as any other: it waits to be accepted, its clock runs from its receipt', async () => {
    await importAll(importing(desk), file(open('2026-0031')))
    const { state, row: saved } = await loadCase(desk.services.db, desk.who('gongkai'), '2026-0031')
    expect(state).toMatchObject({ status: 'registered', reply: null, lastOn: '2026-11-10' })
    expect(saved).toMatchObject({ open: true, clockStatus: 'running', dueOn: '2026-12-08' })
    expect(await accept(desk.ctx('gongkai'), { number: '2026-0031' })).toMatchObject({ ok: true })
  })

  test('a reply that was never served waits for its service, without a PDF, and can then be archived', async () => {
    await importAll(importing(desk), file(row({ 登记号: '2026-0032', 收到日期: '2026-11-02', 答复日期: '2026-11-18', 送达日期: '', 送达方式: '' })))
    const ctx = desk.ctx('gongkai')
    expect(await deliver(ctx, { number: '2026-0032' }, { service: 'direct', on: TODAY, evidence: '申请人签收' })).toMatchObject({ ok: true })
    expect(await archive(ctx, { number: '2026-0032' })).toMatchObject({ ok: true })
  })

  test('the page of an imported case opens and offers no letter that is not there', async () => {
    const html = await (await desk.get('gongkai', '/desk/cases/2019-12')).text()
    expect(html).toContain('从旧登记第2行导入')
    expect(html).not.toMatch(/letters\/[0-9a-f-]+\.pdf/)
  })
})

describe('numbers and ordinals', () => {
  test('new cases and new letters never get a number of the old register', async () => {
    const filed = await file1('2026-11-20')
    expect(filed).toBe('2026-0033')
    expect(await rows("select year, last from number_series where series = 'reply' order by year")).toEqual([{ year: 2019, last: 3 }])
  })

  test('the ordinal of the month counts on over both ways of coming in', async () => {
    const own = (number: string) => row({ 登记号: number, 收到日期: '2026-10-12', 答复日期: '2026-10-20', 送达日期: '2026-10-20', 证件号码: NOBODY })
    await importAll(importing(desk), file(own('旧〔2026〕1号'), own('旧〔2026〕2号')))
    await importAll(importing(desk), file(own('旧〔2026〕3号'), row({ 登记号: '旧〔2026〕4号', 收到日期: '2026-10-12', 答复日期: '2026-10-20', 送达日期: '2026-10-20' })))
    expect(await rows("select number, month_ordinal from case_file where number like '旧%' order by number")).toEqual([1, 2, 3, null].map((ordinal, index) => ({ number: `旧〔2026〕${index + 1}号`, month_ordinal: ordinal })))
    expect((await desk.get('gongkai', `/desk/cases/${encodeURIComponent('旧〔2026〕1号')}`)).status).toBe(200)
  })
})

async function file1(on: string): Promise<string> {
  const { filed } = await fileApplication(desk.ctx('chuangkou'), {
    authorityId: 'shiju',
    application: { applicantKind: 'natural_person', name: '申请人乙', documentType: 'passport', documentNumber: 'E12345678', phone: '000 0000 0001', description: '申请公开一份清单', form: 'paper', way: 'post', address: '示例市某路1号' } as never,
    receipt: { channel: 'in_person', arrivedOn: on as never },
    idempotencyKey: null,
  })
  return filed.number
}

describe('all or nothing', () => {
  afterEach(() => desk.services.sql`drop trigger if exists break_import on case_event`)

  test('a fault of the database in the middle leaves nothing behind, and the same import can be done again', async () => {
    const lines = Array.from({ length: 600 }, (_, index) => row({ 登记号: `断-${index + 1}` }))
    const { id, digest } = await ready(importing(desk), file(...lines))
    const before = await counts()
    await desk.services.sql`create or replace function break_import() returns trigger language plpgsql as $$ begin if (select count(*) from case_file where number like '断-%') > 400 then raise exception 'power cut'; end if; return new; end $$`
    await desk.services.sql`create trigger break_import after insert on case_event for each row when (new.type = 'case_imported') execute function break_import()`
    await expect(carryOut(importing(desk), id, { seen: digest, onlyGood: false })).rejects.toThrow()
    expect(await counts()).toEqual(before)
    expect((await findImport(desk.services.db, importing(desk), id)).status).toBe('open')
    await desk.services.sql`drop trigger break_import on case_event`
    expect(await carryOut(importing(desk), id, { seen: digest, onlyGood: false })).toMatchObject({ ok: true, imported: 600 })
  })

  test('faulty lines hold everything back until the person chooses to leave them out; they can then be fetched for a day', async () => {
    const before = await counts()
    const bytes = file(row({ 登记号: '缺-1' }), row({ 登记号: '缺-2', 答复类型: '不予公开', 证件号码: NOBODY }))
    const { id, digest } = await ready(importing(desk), bytes)
    expect(await carryOut(importing(desk), id, { seen: digest, onlyGood: false })).toMatchObject({ ok: false, refusal: { code: 'import/faulty-lines' } })
    expect(await counts()).toEqual(before)
    expect(await carryOut(importing(desk), id, { seen: digest, onlyGood: true })).toEqual({ ok: true, imported: 1, leftOut: 1, already: false })
    const kept = openTable(importing(desk).ctx, await findImport(desk.services.db, importing(desk), id))!
    expect(kept.sheets[0]!.rows).toHaveLength(2)
    expect(kept.sheets[0]!.rows[1]!.slice(0, 3)).toEqual(['3', expect.stringContaining('答复类型（H列）：没有“不予公开”这种答复类型'), '缺-2'])
  })

  test('two confirmations at once import once; the second hears that it is done', async () => {
    const { id, digest } = await ready(importing(desk), file(row({ 登记号: '双-1' })))
    const both = await Promise.all([1, 2].map(() => carryOut(importing(desk), id, { seen: digest, onlyGood: false })))
    expect(both.map((one) => one.ok && one.already).toSorted()).toEqual([false, true])
    expect(await rows("select count(*)::int as n from case_file where number = '双-1'")).toEqual([{ n: 1 }])
  })

  test('two officers with the same register at once: one imports, the other is told to look again, and then reads by whom', async () => {
    const who = importing(desk)
    const [first, second] = [await ready(who, file(row({ 登记号: '同-1' }))), await ready(who, file(row({ 登记号: '同-1' }), row({ 登记号: '同-2' })))]
    const both = await Promise.all([first, second].map(({ id, digest }) => carryOut(who, id, { seen: digest, onlyGood: false })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'import/changed-meanwhile' } })
    const loser = both[0]!.ok ? second : first
    const prepared = await prepare(who, loser.id)
    const again = prepared.ok ? await dryRun(desk.services.db, who, prepared.chosen) : null
    expect(again!.report.faults[0]).toMatchObject({ field: 'number', message: `2026年11月20日已经由${desk.who('gongkai').name}导入过，不能再导入` })
  })

  test('a number that the window gives out between dry run and import: nothing is imported', async () => {
    const { id, digest } = await ready(importing(desk), file(row({ 登记号: '2026-0034', 收到日期: '2026-11-02', 答复日期: '2026-11-18', 送达日期: '2026-11-18' })))
    expect(await file1('2026-11-20')).toBe('2026-0034')
    expect(await carryOut(importing(desk), id, { seen: digest, onlyGood: false })).toMatchObject({ ok: false, refusal: { code: 'import/changed-meanwhile' } })
  })

  test('filing while an import with numbers of the same year is under way waits, and gets the next number', async () => {
    const { id, digest } = await ready(importing(desk), file(...Array.from({ length: 30 }, (_, index) => row({ 登记号: `2026-${String(100 + index).padStart(4, '0')}`, 收到日期: '2026-11-02', 答复日期: '2026-11-18', 送达日期: '2026-11-18' }))))
    const [outcome, ...numbers] = await Promise.all([carryOut(importing(desk), id, { seen: digest, onlyGood: false }), file1('2026-11-20'), file1('2026-11-20')])
    expect(outcome).toMatchObject({ ok: true, imported: 30 })
    const all = await rows('select number from case_file')
    expect(new Set(all.map(({ number }) => number)).size).toBe(all.length)
    expect(numbers.every((number) => number === '2026-0035' || number === '2026-0036' || Number(number.slice(5)) >= 130)).toBe(true)
  })
})

describe('the same file twice, and whose it is', () => {
  test('a file that was imported to its last line is refused with the day and the person', async () => {
    const bytes = file(row({ 登记号: '再-1' }))
    await importAll(importing(desk), bytes)
    expect(await takeFile(importing(desk), nodeTableReader, { name: '换个名字.xlsx', bytes })).toMatchObject({ ok: false, refusal: { code: 'import/same-file', message: `这个文件2026年11月20日由${desk.who('gongkai').name}导入过，1件，不能再导入` } })
  })

  test('another authority sees neither the import nor its file, and may have the same numbers', async () => {
    const { id } = await ready(importing(desk), file(row({ 登记号: '别-1' })))
    await expect(findImport(desk.services.db, importing(desk, 'binhe'), id)).rejects.toMatchObject({ kind: 'not_found' })
    expect((await importAll(importing(desk, 'binhe'), file(row({ 登记号: '2019-12' })))).outcome).toMatchObject({ ok: true })
  })

  test.each(['chuangkou', 'chengban', 'xitong', 'jiandu'] as const)('%s may not import', async (username) => {
    await expect(takeFile(importing(desk, username), nodeTableReader, { name: 'a.csv', bytes: file(row()) })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('a file that nobody imports is erased after a day; what was done with it stays', async () => {
    const { id } = await ready(importing(desk), file(row({ 登记号: '弃-1' })))
    const sweep = async (now: string) => {
      desk.clock.set(now)
      const ctx = contextFor(desk.services, SYSTEM)
      return ctx.db.transaction((tx) => expiredRegisters.sweep(tx, ctx))
    }
    expect(await sweep('2026-11-21T01:59:59.000Z')).not.toContain(`register ${id}`)
    expect(await sweep('2026-11-21T02:00:00.000Z')).toContain(`register ${id}`)
    desk.clock.set('2026-11-20')
    expect(await prepare(importing(desk), id)).toMatchObject({ ok: false, refusal: { code: 'import/erased' } })
    expect(await carryOut(importing(desk), id, { seen: '', onlyGood: false })).toMatchObject({ ok: false, refusal: { code: 'import/erased' } })
    expect((await listImports(importing(desk))).every(({ kept, status }) => status === 'open' || !kept)).toBe(true)
  })
})
