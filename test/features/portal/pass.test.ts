import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dropPass, givePass, passFor } from '#features/portal/index.ts'
import type { WebEnv } from '#store/web-env.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { publicWorld, type PublicWorld } from './harness.ts'
import { visitor } from './visitor.ts'

const CASE = { caseId: '01900000-0000-7000-8000-000000000000', number: '2026-0187', queryCode: 'K7M42Q9T' }

let database: FreshDatabase
let world: PublicWorld

beforeAll(async () => {
  database = await freshDatabase()
  const doors = new Hono<WebEnv>()
    .get('/give', (c) => (givePass(c, 'status', CASE), c.text('given')))
    .get('/drop', (c) => (dropPass(c, 'status'), c.text('dropped')))
    .get('/status-of/:number', (c) => c.json(passFor(c, 'status', c.req.param('number'))))
    .get('/receipt-of/:number', (c) => c.json(passFor(c, 'receipt', c.req.param('number'))))
  world = publicWorld(database.url, { pages: [doors] })
})
afterAll(async () => {
  await world.close()
  await database.drop()
})

it('opens the case it was given for, for two hours, and no other', async () => {
  world.setNow('2026-11-21T03:00:00.000Z')
  const browser = visitor(world.app)
  await browser.get('/give')
  expect(JSON.parse((await browser.get('/status-of/2026-0187')).html)).toEqual(CASE)
  expect((await browser.get('/status-of/2026-0188')).html).toBe('null')
  world.setNow('2026-11-21T04:59:59.000Z')
  expect((await browser.get('/status-of/2026-0187')).html).not.toBe('null')
  world.setNow('2026-11-21T05:00:00.000Z')
  expect((await browser.get('/status-of/2026-0187')).html).toBe('null')
})

it('is sealed: the cookie tells nothing, and one of another kind does not open', async () => {
  world.setNow('2026-11-21T03:00:00.000Z')
  const browser = visitor(world.app)
  const { headers } = await browser.get('/give')
  const line = headers.getSetCookie().find((one) => one.startsWith('zhixi_status='))
  expect(line).toMatch(/HttpOnly/)
  expect(line).toMatch(/SameSite=Lax/)
  expect(line).not.toContain('2026-0187')
  const sealed = browser.cookie('zhixi_status') ?? ''
  const forged = await world.app.request('/receipt-of/2026-0187', { headers: { cookie: `zhixi_receipt=${sealed}` } })
  expect(await forged.text()).toBe('null')
  const bent = await world.app.request('/status-of/2026-0187', { headers: { cookie: `zhixi_status=${sealed.slice(0, -2)}AA` } })
  expect(await bent.text()).toBe('null')
})

it('is gone after leaving', async () => {
  const browser = visitor(world.app)
  await browser.get('/give')
  await browser.get('/drop')
  expect((await browser.get('/status-of/2026-0187')).html).toBe('null')
})
