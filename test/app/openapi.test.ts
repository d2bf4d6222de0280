import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { ARRANGEMENT_2027 } from '#test/support/invented-2027.ts'
import { eventually } from '#test/support/eventually.ts'
import { pdf } from '#test/support/papers.ts'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { Api, APPLICATION, fileOne, type Answer } from './client.ts'
import { Office, STEPS } from './office.ts'
import { routesOf } from './routes.ts'
import { walkCorrections } from './walk-corrections.ts'
import { walkFees } from './walk-fees.ts'

interface Shape {
  readonly type?: string
  readonly const?: unknown
  readonly properties?: Record<string, Shape>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
  readonly oneOf?: readonly Shape[]
  readonly anyOf?: readonly Shape[]
  readonly $ref?: string
}
interface Operation {
  readonly operationId: string
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly security?: readonly Record<string, unknown>[]
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Shape }> }
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: Shape }> }>
}
interface OpenApi {
  readonly openapi: string
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { readonly schemas: Record<string, Shape> }
}
interface Listed {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

let system: TestSystem
let document: OpenApi
let all: Listed[]
let office: Office
let number: string

beforeAll(async () => {
  system = await startSystem({ now: '2026-11-02' })
  office = new Office(system.url, system.clock)
  document = (await new Api(system.url).get<OpenApi>('/openapi.json')).body
  all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  number = (await fileOne(system.url)).number
})
afterAll(() => system.stop())

const follow = (shape: Shape): Shape => (shape.$ref ? document.components.schemas[shape.$ref.split('/').at(-1)!]! : shape)
const bodyOf = ({ operation }: Listed): Shape | null => {
  const shape = operation.requestBody?.content['application/json']?.schema
  return shape ? follow(shape) : null
}
/** The address of an operation on a real case, below `/api/v1`. */
const addressOf = ({ path }: Listed, of = number) => path.replace('/api/v1', '').replace('{number}', of).replace('{id}', '00000000-0000-4000-8000-000000000000')
const problemSchema = () => answerSchema({ $ref: '#/components/schemas/Problem' })

/** A described answer as a schema that checks a real one, and refuses what is not described. */
function answerSchema(shape: Shape): z.ZodType {
  const text = JSON.stringify({ ...shape, $defs: document.components.schemas }).replaceAll('#/components/schemas/', '#/$defs/')
  const local = JSON.parse(text, (_, part: Shape) => (part?.properties ? { ...part, additionalProperties: false } : part)) as object
  return z.fromJSONSchema(local as Parameters<typeof z.fromJSONSchema>[0])
}

describe('the document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(structuredClone(document) as never)
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
    expect(validator.version).toBe('3.1')
    expect(document.openapi).toMatch(/^3\.1\./)
  })

  test('gives every operation a summary, one declared tag, an id of its own, and says who may call it', () => {
    expect(all.length).toBeGreaterThanOrEqual(20)
    for (const { method, path, operation } of all) {
      const where = `${method} ${path}`
      expect(operation.summary, where).toMatch(/\p{Script=Han}/u)
      expect(document.tags.map(({ name }) => name), where).toContain(operation.tags?.[0])
      expect(operation.operationId, where).toMatch(/^[a-z][A-Za-z]+$/)
      expect(operation.operationId, where).not.toContain('ApiV1')
      expect(operation.security, where).toBeInstanceOf(Array)
    }
    const ids = all.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    const used = new Set(all.map(({ operation }) => operation.tags?.[0]))
    expect(document.tags.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([])
  })

  test('describes every route under /api/v1, and no other', () => {
    const own = new Set(['GET /api/v1/openapi.json', 'GET /api/v1/reference'])
    const routes = new Set(
      routesOf(system)
        .filter(({ path }) => path.startsWith('/api/'))
        .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
        .filter((route) => !own.has(route)),
    )
    expect(all.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([...routes].toSorted())
  })

  test('the page /api/v1/reference shows every operation with its summary and every field of its body', async () => {
    const response = await fetch(`${system.url}/api/v1/reference`)
    const html = await response.text()
    expect(response.status).toBe(200)
    for (const one of all) {
      expect(html).toContain(`<code>${one.method}</code> <code>${one.path}</code>`)
      expect(html).toContain(one.operation.summary)
      for (const field of Object.keys(bodyOf(one)?.properties ?? {})) expect(html).toContain(`<code>${field}</code>`)
    }
  })
})

const WRONG: Readonly<Record<string, unknown>> = { string: 12, integer: 'x', number: 'x', boolean: 'x', object: 'x', array: 'x' }
const wrongFor = (shape: Shape): unknown => WRONG[follow(shape).type ?? 'string'] ?? 12
/** The bodies that an operation takes: one, or one per choice of its discriminator. */
const choicesOf = (shape: Shape): Shape[] => (shape.oneOf ?? shape.anyOf ?? [shape]).map(follow)
const constants = ({ properties = {} }: Shape) => Object.fromEntries(Object.entries(properties).flatMap(([name, field]) => ('const' in field ? [[name, field.const]] : [])))

function expectFields(answer: Answer, ...fields: string[]) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const { errors } = answer.body as { errors?: { field: string; message: string }[] }
  expect(errors?.map((one) => one.field)).toEqual(expect.arrayContaining(fields))
  for (const { message } of errors ?? []) expect(message).toMatch(/\p{Script=Han}/u)
}

describe('every operation with a body', () => {
  const withBody = () => all.filter((one) => bodyOf(one) !== null)

  test('names each missing field of an empty object; where nothing is needed, an unknown case is 404', async () => {
    const person = await office.as('gongkai')
    for (const one of withBody()) {
      const required = choicesOf(bodyOf(one)!).flatMap(({ required: names = [] }) => names)
      const common = required.filter((name) => choicesOf(bodyOf(one)!).every((choice) => choice.required?.includes(name)))
      const answer = await person.send(one.method, addressOf(one, '2026-9999'), {})
      expect(answer.status, `${one.method} ${one.path}: ${answer.text}`).toBe(required.length > 0 ? 422 : 404)
      problemSchema().parse(answer.body)
      if (required.length > 0) expectFields(answer, ...common)
    }
  })

  test('names each field of the wrong type, and each field that it does not know', async () => {
    const person = await office.as('gongkai')
    let checked = 0
    for (const one of withBody()) {
      for (const choice of choicesOf(bodyOf(one)!)) {
        for (const [name, field] of Object.entries(choice.properties ?? {})) {
          const answer = await person.send(one.method, addressOf(one), { ...constants(choice), [name]: wrongFor(field) })
          expect(answer.status, `${one.path} ${name}: ${answer.text}`).toBe(422)
          expectFields(answer, name)
          checked += 1
        }
        if (choice.additionalProperties !== false) continue
        const answer = await person.send(one.method, addressOf(one), { ...constants(choice), surplus: 1 })
        expect(answer.status, `${one.path}: ${answer.text}`).toBe(422)
        expectFields(answer, 'surplus')
      }
    }
    expect(checked).toBeGreaterThan(30)
  })

  test.each([
    ['no JSON', '{"name":', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['a text', '"申请"', 'application/json'],
    ['null', 'null', 'application/json'],
    ['a form', 'name=x', 'application/x-www-form-urlencoded'],
    ['another type', '{}', 'text/plain'],
  ])('answers %s with 422 and the field body', async (_, body, type) => {
    const person = await office.as('gongkai')
    for (const one of withBody()) {
      const answer = await person.send(one.method, addressOf(one), body, { 'content-type': type })
      expect(answer.status, `${one.path}: ${answer.text}`).toBe(422)
      expectFields(answer, 'body')
    }
  })
})

describe('who may call', () => {
  test('an operation with security answers 401 with a problem to nobody in particular and to a false token', async () => {
    for (const api of [new Api(system.url), new Api(system.url, { authorization: 'Bearer 0123456789' })]) {
      for (const one of all.filter(({ operation }) => operation.security!.length > 0 && !operation.security!.some((way) => Object.keys(way).length === 0))) {
        const answer = await api.send(one.method, addressOf(one), one.method === 'GET' || one.method === 'DELETE' ? undefined : {})
        expect(answer.status, `${one.method} ${one.path}`).toBe(401)
        expect(answer.body).toMatchObject({ status: 401, code: 'accounts/not-signed-in' })
        problemSchema().parse(answer.body)
      }
    }
  })
})

describe('every answer is as the document describes it', () => {
  const seen = new Set<string>()

  test('and one that is not is noticed', () => {
    const good = { type: 'about:blank', title: '', status: 404, detail: '', code: '', requestId: '' }
    expect(problemSchema().safeParse(good).success).toBe(true)
    expect(problemSchema().safeParse({ ...good, status: '404' }).success).toBe(false)
    expect(problemSchema().safeParse({ ...good, stack: '' }).success).toBe(false)
  })

  /** Finds the operation by its address and checks the answer against what is described for its status. */
  function expectDescribed(method: string, path: string, answer: Answer<unknown>) {
    const plain = `/api/v1${path.split('?')[0]}`
    const one = all.find((listed) => listed.method === method && new RegExp(`^${listed.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(plain))
    if (!one) throw new Error(`${method} ${path} is not described`)
    const described = one.operation.responses[String(answer.status)]
    expect(described, `${method} ${path} ${answer.status} ${answer.text}`).toBeDefined()
    const media = (answer.headers.get('content-type') ?? '').split(';')[0]!
    const schema = described?.content?.[media]?.schema
    if (schema && media.includes('json')) {
      const checked = answerSchema(schema).safeParse(answer.body)
      expect(checked.success ? null : `${method} ${path}: ${z.prettifyError(checked.error)}`).toBeNull()
    }
    if (described?.content) expect(Object.keys(described.content)).toContain(media)
    if (answer.status < 300) seen.add(one.operation.operationId)
  }

  /** A letter is kept, tried, opened and confirmed; another one is closed; its applicant is known afterwards. */
  async function walkPendingReceipts(clerk: Api) {
    const send = async (path: string, body: unknown) => {
      const answer = await clerk.post<{ id: string }>(path, body)
      expectDescribed('POST', path, answer)
      return answer.body.id
    }
    const letter = { ...APPLICATION, arrival: { channel: 'ordinary_mail', arrivedOn: '2026-11-02' } }
    const id = await send('/pending-receipts', letter)
    expectDescribed('GET', '/pending-receipts', await clerk.get('/pending-receipts'))
    await send(`/pending-receipts/${id}/attempts`, { way: 'phone', result: 'no_answer' })
    await send(`/pending-receipts/${id}/contact`, { reason: '联系申请人' })
    await send(`/pending-receipts/${id}/confirmation`, { way: 'phone' })
    await send(`/pending-receipts/${await send('/pending-receipts', letter)}/closing`, { reason: '同一份来了两次' })
    const { documentType, documentNumber } = APPLICATION
    await send('/applicants/lookup', { documentType, documentNumber })
    await send('/applicants/open', { documentType, documentNumber })
  }

  /** What is typed is compared; an application is split, joined and linked with another. */
  async function walkSplitAndLinks(clerk: Api) {
    const { documentType, documentNumber, description } = APPLICATION
    expectDescribed('POST', '/similar', await clerk.post('/similar', { documentType, documentNumber, description }))
    const { number: of } = await fileOne(system.url)
    const tell = async (path: string, body: unknown) => {
      const answer = await clerk.post(`/cases/${of}/${path}`, body)
      expect(answer.status, answer.text).toBe(200)
      expectDescribed('POST', `/cases/${of}/${path}`, answer)
    }
    await tell('split', { parts: ['办理指南', '材料清单'] })
    await tell('join', {})
    await tell('links', { other: number, relation: 'similar', note: '同一事项' })
    for (const path of [`/cases/${of}`, `/cases/${of}/similar`]) expectDescribed('GET', path, await clerk.get(path))
  }

  /** An old register: handed in, its columns, looked at, imported. */
  async function walkRegister(clerk: Api) {
    const form = new FormData()
    form.append('file', new File(['登记号,收到日期,申请人,申请内容\n旧-1,2019-06-03,申请人甲,一件事\n'], '旧登记.csv'))
    const taken = await clerk.send<{ id: string }>('POST', '/register-imports', form)
    expectDescribed('POST', '/register-imports', taken)
    const own = `/register-imports/${taken.body.id}`
    const columns = { mapping: { number: '登记号', receivedOn: '收到日期', name: '申请人', description: '申请内容', kind: '=natural_person', channel: '=in_person' } }
    const chosen = await clerk.send<{ report: { digest: string } }>('PUT', `${own}/columns`, columns)
    expectDescribed('PUT', `${own}/columns`, chosen)
    expectDescribed('POST', `${own}/confirmation`, await clerk.post(`${own}/confirmation`, { digest: chosen.body.report.digest }))
    expectDescribed('GET', own, await clerk.get(own))
  }

  /** A paper is added, listed and opened; one that shows who somebody is, with a reason. */
  async function walkPapers(clerk: Api, way: string) {
    const paths: string[] = []
    for (const purpose of ['scan', 'identity']) {
      const form = new FormData()
      form.append('purpose', purpose)
      form.append('files', new File([pdf(1)], '材料.pdf'))
      const answer = await clerk.send<{ items: { id: string }[] }>('POST', `${way}/files`, form)
      expectDescribed('POST', `${way}/files`, answer)
      paths.push(`${way}/files/${answer.body.items.at(-1)!.id}`)
    }
    expectDescribed('GET', `${way}/files`, await clerk.get(`${way}/files`))
    for (const path of paths) expectDescribed('GET', path, await clerk.get(path))
    expectDescribed('POST', `${paths[1]}/open`, await clerk.post(`${paths[1]}/open`, { reason: '核对申请人身份' }))
  }

  test('on the whole way of a case, from filing to the archive', { timeout: 120_000 }, async () => {
    const anybody = new Api(system.url)
    const filed = await anybody.post<{ number: string; queryCode: string }>('/applications', APPLICATION)
    expectDescribed('POST', '/applications', filed)
    const own = filed.body.number
    const way = `/cases/${own}`
    const addresses = { accept: 'accept', assign: 'assign', decide: 'decision', draft: 'draft', submit: 'draft/submit', approve: 'review', issue: 'issue', deliver: 'delivery', archive: 'archive' }
    const clerk = await office.as('gongkai')
    const read = async (path: string) => {
      const answer = await clerk.get(path)
      expectDescribed('GET', path, answer)
      return answer
    }
    for (const step of STEPS) {
      if (step === 'deliver') {
        await eventually(async () => (await system.services.sql`select 1 from letter where status <> 'stored'`).length === 0, { timeoutMs: 60_000 })
      }
      const answer = await office.step(step, own)
      expect(answer.status, `${step}: ${answer.text}`).toBe(200)
      expectDescribed(step === 'draft' ? 'PUT' : 'POST', `${way}/${addresses[step]}`, answer)
      await read(way)
      await read(`${way}/draft`)
      expectDescribed('POST', '/status', await anybody.post('/status', { number: own, queryCode: filed.body.queryCode }))
    }
    const { body } = await read(`${way}/letters`)
    const [letter] = (body as { letters: { id: string }[] }).letters
    await read(`${way}/letters/${letter!.id}`)
    await read(`${way}/letters/${letter!.id}/pdf`)
    expectDescribed('POST', `/status/letters/${letter!.id}`, await anybody.post(`/status/letters/${letter!.id}`, { number: own, queryCode: filed.body.queryCode }))
    await read('/cases?open=false')
    await read('/handlers')
    await read('/session')
    expectDescribed('POST', `${way}/personal-data`, await clerk.post(`${way}/personal-data`, { reason: '电话联系申请人' }))
    expectDescribed('POST', '/calculators/deadline', await anybody.post('/calculators/deadline', { receivedOn: '2026-09-24', events: [{ type: 'extended', on: '2026-10-20', days: 10 }] }))
    expectDescribed('POST', '/calculators/fee', await anybody.post('/calculators/fee', { basis: 'per_page', receivedOn: '2026-11-01', pages: 1500 }))
    expectDescribed('POST', '/calculators/remedy', await anybody.post('/calculators/remedy', { decision: 'not_held', issuedOn: '2026-11-20', deliveredOn: '2026-11-20' }))
    await read(`${way}/messages`)
    await walkPendingReceipts(clerk)
    await walkPapers(clerk, way)
    await walkSplitAndLinks(clerk)
    const admin = await office.as('xitong')
    const messages = await eventually(async () => {
      const answer = await admin.get<{ messages: { id: string; state: string }[] }>('/messages?state=unconfigured')
      expect(answer.body.messages.length).toBeGreaterThan(0)
      return answer
    })
    expectDescribed('GET', '/messages?state=unconfigured', messages)
    const one = messages.body.messages[0]!.id
    expectDescribed('GET', `/messages/${one}`, await admin.get(`/messages/${one}`))
    expectDescribed('POST', `/messages/${one}/retry`, await admin.post(`/messages/${one}/retry`))
    const tell = async <T>(path: string, body: unknown) => {
      const answer = await admin.post<T>(path, body)
      expectDescribed('POST', path, answer)
      return answer
    }
    const snow = { date: '2026-12-28', name: '暴雪', reason: '市政府通告' }
    await tell('/calendar/preview', snow)
    await tell('/calendar/local-days-off', snow)
    await tell('/calendar/imports', ARRANGEMENT_2027)
    await tell('/calendar/imports', { years: ARRANGEMENT_2027 })
    const known = await admin.get<{ localDaysOff: { id: string }[] }>('/calendar')
    expectDescribed('GET', '/calendar', known)
    await tell(`/calendar/local-days-off/${known.body.localDaysOff[0]!.id}/revocation`, {})
    expectDescribed('GET', '/published-items', await anybody.get(`/published-items?q=${encodeURIComponent('烟花爆竹运输许可办理指南')}`))
    const item = { kind: 'published', title: '保安服务公司设立许可指南', url: 'https://www.example.gov.cn/baoan' }
    const said = async <T>(path: string, body: unknown) => {
      const answer = await clerk.post<T>(path, body)
      expectDescribed('POST', path, answer)
      return answer
    }
    const added = await said<{ id: string }>('/catalogue/items', item)
    await said(`/catalogue/items/${added.body.id}`, { ...item, summary: '条件', version: 1 })
    for (const what of ['retirement', 'restoration']) await said(`/catalogue/items/${added.body.id}/${what}`, {})
    expectDescribed('GET', '/catalogue', await clerk.get('/catalogue'))
    const applicant = { number: own, queryCode: filed.body.queryCode }
    expectDescribed('POST', `/status/letters/${letter!.id}`, await anybody.post(`/status/letters/${letter!.id}`, applicant))
    await walkRegister(clerk)
    await walkFees(system, expectDescribed)
    await walkCorrections(system, expectDescribed, applicant)
    const session = await anybody.post<{ token: string }>('/session', { username: 'jiandu', password: 'zhixi-demo-2026' })
    expectDescribed('POST', '/session', session)
    const leaving = new Api(system.url, { authorization: `Bearer ${session.body.token}` })
    expectDescribed('DELETE', '/session', await leaving.send('DELETE', '/session'))
    expectDescribed('GET', '/session', await leaving.get('/session'))
    expect(all.map(({ operation }) => operation.operationId).filter((id) => !seen.has(id))).toEqual([])
  })
})
