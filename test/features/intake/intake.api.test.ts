import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { intakeApi } from '#features/intake/index.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { publicWorld, twoAuthorities, type PublicWorld } from '../portal/harness.ts'

let database: FreshDatabase
let world: PublicWorld
beforeAll(async () => {
  database = await freshDatabase()
  world = publicWorld(database.url, { apis: [intakeApi] })
  await twoAuthorities(world.services)
})
afterAll(async () => {
  await world.close()
  await database.drop()
})

const APPLICATION = {
  authorityId: 'city', applicantKind: 'natural_person', name: '申请人甲', documentType: 'resident_id', documentNumber: '000000190001010009',
  phone: '000 0000 0001', email: 'a@example.com', address: '示例市示例路8号', description: '验收报告',
}

async function file(how: { form: string; way: string }) {
  const answer = await world.app.request('/api/v1/applications', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...APPLICATION, ...how }) })
  return { status: answer.status, body: (await answer.json()) as { errors?: unknown } }
}

describe('POST /api/v1/applications: form and way (条例第二十九条第二款第三项)', () => {
  it.each([
    ['paper', 'email', '纸质的可以邮寄、自行领取、当面给；要用电子邮件，形式请选电子文件'],
    ['inspection', 'post', '查阅、抄录要到现场，途径请选当面或者自行领取；要邮寄、发电子邮件，形式请选纸质或者电子文件'],
    ['inspection', 'email', '查阅、抄录要到现场，途径请选当面或者自行领取；要邮寄、发电子邮件，形式请选纸质或者电子文件'],
  ])('%s by %s is refused at the way', async (form, way, message) => {
    expect(await file({ form, way })).toMatchObject({ status: 422, body: { errors: [{ field: 'way', message }] } })
  })

  it.each([['electronic', 'post'], ['electronic', 'pickup'], ['paper', 'on_site'], ['inspection', 'pickup']])('%s by %s is filed', async (form, way) => {
    expect((await file({ form, way })).status).toBe(201)
  })
})
