import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '#case/actor.ts'
import type { Filed } from '#features/intake/index.ts'
import { joinParts, splitApplication } from '#features/split/index.ts'
import { statusApi, statusPages } from '#features/status/index.ts'
import { contextFor } from '#store/context.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { fileOne } from '../status/cases.ts'
import { CITY, publicWorld, twoAuthorities, type PublicWorld } from '../portal/harness.ts'
import { visitor } from '../portal/visitor.ts'

const OFFICER: StaffActor = { kind: 'staff', id: 'officer', name: '公开办甲', authorityId: CITY, unitId: 'office', unitName: '公开办', roles: ['disclosure_officer'] }
let database: FreshDatabase
let world: PublicWorld
let filed: Filed
let stranger: Filed
let second: string

beforeAll(async () => {
  database = await freshDatabase()
  world = publicWorld(database.url, { pages: [statusPages], apis: [statusApi] })
  await twoAuthorities(world.services)
  world.setNow('2026-11-02T02:00:00.000Z')
  filed = await fileOne(world.services)
  stranger = await fileOne(world.services)
  const outcome = await splitApplication(contextFor(world.services, OFFICER), { number: filed.number }, { parts: ['自动记录系统的验收报告', '自动记录系统的检定证书'] })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  second = outcome.saved.state.parts[0]!
})
afterAll(async () => {
  await world.close()
  await database.drop()
})

describe('the applicant of a split application', () => {
  it('opens every part with his one query code, and goes from one to the other without typing it again', async () => {
    for (const number of [filed.number, second]) {
      const browser = visitor(world.app)
      await browser.get('/status')
      expect((await browser.post('/status', { number, queryCode: filed.queryCode })).location).toBe(`/status/${number}`)
      const other = number === second ? filed.number : second
      const page = (await browser.get(`/status/${number}`)).html
      expect(page).toContain('您的申请分成2件办')
      expect(page).toContain(`href="/status/${other}"`)
      expect((await browser.get(`/status/${other}`)).html).toContain(number === second ? '自动记录系统的验收报告' : '自动记录系统的检定证书')
    }
  })

  it('reads the receipt of each part with its number and its own words', async () => {
    const browser = visitor(world.app)
    await browser.get('/status')
    await browser.post('/status', { number: second, queryCode: filed.queryCode })
    expect((await browser.get(`/status/${second}`)).html).toContain('政府信息公开申请登记回执')
  })

  it('cannot go over to the case of somebody else, and neither can a stranger to his', async () => {
    const browser = visitor(world.app)
    await browser.get('/status')
    await browser.post('/status', { number: stranger.number, queryCode: stranger.queryCode })
    expect((await browser.get(`/status/${stranger.number}`)).html).not.toContain('件办')
    for (const number of [filed.number, second]) expect((await browser.get(`/status/${number}`)).location).toBe(`/status?number=${number}`)
    expect((await browser.post('/status', { number: second, queryCode: stranger.queryCode })).status).toBe(422)
  })

  it('is told by the API too; after joining back the parts are gone and lead to the case that goes on', async () => {
    const ask = async (number: string) => (await world.app.request('/api/v1/status', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ number, queryCode: filed.queryCode }) })).json() as Promise<any>
    expect((await ask(second)).parts).toEqual([
      { number: filed.number, subject: '自动记录系统的验收报告', stage: 'received' },
      { number: second, subject: '自动记录系统的检定证书', stage: 'received' },
    ])
    expect((await joinParts(contextFor(world.services, OFFICER), { number: filed.number })).ok).toBe(true)
    expect(await ask(second)).toMatchObject({ parts: [], joinedInto: filed.number })
    expect(JSON.stringify(await ask(second))).toContain(`并回${filed.number}`)
    expect(JSON.stringify(await ask(second))).not.toContain('申请人撤回')
    expect(await ask(filed.number)).toMatchObject({ parts: [], joinedInto: null })
  })
})
