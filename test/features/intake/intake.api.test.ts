import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { intakeApi } from '#features/intake/index.ts'
import { openPersonal, personalOf, type ApplicantRow } from '#store/applicant.ts'
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

describe('POST /api/v1/applications: agent and period', () => {
  const AGENT = { agentName: '代理人乙', agentDocumentType: 'resident_id', agentDocumentNumber: '00000019900101000X', agentPhone: '000 0000 0009' }
  const send = async (more: object) => {
    const answer = await world.app.request('/api/v1/applications', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...APPLICATION, form: 'paper', way: 'pickup', ...more }) })
    return { status: answer.status, body: (await answer.json()) as { number: string; errors?: { field: string; message: string }[] } }
  }

  it('files for somebody else, with the agent sealed', async () => {
    const { status, body } = await send(AGENT)
    expect(status).toBe(201)
    const [row] = await world.services.sql<{ id: string }[]>`select application_id as id from case_file where number = ${body.number}`
    const applicant = await personalOf(world.services.db, row!.id)
    expect(openPersonal(world.services.keyring, applicant)?.agent).toEqual({ name: '代理人乙', documentType: 'resident_id', documentNumber: '00000019900101000X', phone: '000 0000 0009' })
  })

  it('opens what was sealed before agents were asked for', () => {
    const { keyring } = world.services
    const old = { documentNumber: '000000190001010009', contactName: null, phone: '1', email: null, address: null, postcode: null }
    const { bytes, keyId } = keyring.seal(JSON.stringify(old), 'applicant/x')
    expect(openPersonal(keyring, { id: 'x', personal: bytes, keyId } as ApplicantRow)).toEqual({ ...old, agent: null })
  })

  it.each([
    [{ agentName: '代理人乙' }, ['agentDocumentType', 'agentDocumentNumber', 'agentPhone']],
    [{ ...AGENT, agentDocumentNumber: APPLICATION.documentNumber }, ['agentDocumentNumber']],
    [{ ...AGENT, agentDocumentType: 'credit_code' }, ['agentDocumentType']],
    [{ periodFrom: '2025年', periodTo: '2024年12月' }, ['periodTo']],
    [{ purpose: '科研' }, ['purpose']],
  ])('%j is refused at %j', async (more, fields) => {
    const { status, body } = await send(more)
    expect([status, body.errors?.map(({ field }) => field)]).toEqual([422, fields])
  })

  it('writes the period into what is asked', async () => {
    const { body } = await send({ periodFrom: '2025-1', periodTo: '2025年6月' })
    const [row] = await world.services.sql<{ description: string }[]>`select a.description from application a join case_file c on c.application_id = a.id where c.number = ${body.number}`
    expect(row!.description).toBe('验收报告\n信息形成时间：2025年1月至2025年6月')
  })
})
