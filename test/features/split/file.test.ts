import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdf } from '#test/support/papers.ts'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { Api, fileOne } from '../../app/client.ts'
import { Office } from '../../app/office.ts'

type Case = { supplements: { text: string }[]; split: { parts: string[] } }
type Papers = { items: { id: string; name: string }[] }

let system: TestSystem
let office: Office
beforeAll(async () => {
  system = await startSystem({ now: '2026-11-02', jobs: false })
  office = new Office(system.url, system.clock)
})
afterAll(() => system.stop())

const post = async <T>(number: string, what: string, body: object = {}) => {
  const answer = await (await office.as('gongkai')).post<T>(`/cases/${number}/${what}`, body)
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}
const caseOf = async (number: string) => (await (await office.as('gongkai')).get<Case>(`/cases/${number}`)).body
const papersOf = async (number: string) => (await (await office.as('gongkai')).get<Papers>(`/cases/${number}/files`)).body.items
async function add(number: string, name: string): Promise<void> {
  const form = new FormData()
  form.append('purpose', 'supplement')
  form.append('files', new File([pdf(1, { note: name })], name))
  const answer = await (await office.as('gongkai')).send('POST', `/cases/${number}/files`, form)
  expect(answer.status, answer.text).toBe(201)
}
async function corrected(number: string, text: string): Promise<void> {
  await post(number, 'correction-request', { items: ['写明年份'], guidance: '写明年份就可以查找', respondBy: '2026-11-20' })
  await post(number, 'correction', { on: '2026-11-02', text })
}

describe('the file of a split application (一事一申请)', () => {
  test('what had come before is in the file of every part; what comes after stays with its own case', async () => {
    const { number, queryCode } = await fileOne(system.url)
    await corrected(number, '二〇二四年的')
    await add(number, '身份证明.pdf')
    system.clock.set('2026-11-03')
    await post(number, 'split', { parts: ['检定证书', '验收报告'] })
    const { split: { parts: [part = ''] } } = await caseOf(number)
    system.clock.set('2026-11-04')
    await add(number, '后来的.pdf')
    expect((await caseOf(part)).supplements.map(({ text }) => text)).toEqual(['二〇二四年的'])
    const papers = await papersOf(part)
    expect(papers.map(({ name }) => name)).toEqual(['身份证明.pdf'])
    expect((await (await office.as('gongkai')).get(`/cases/${part}/files/${papers[0]!.id}`)).status).toBe(200)
    const status = (await new Api(system.url).post<{ letters: { id: string }[] }>('/status', { number: part, queryCode })).body
    expect(status.letters).toHaveLength(2)
    await office.carry(part, 'decide')
    const draft = await (await office.as('chengban')).get<{ proposed?: { requestText: string }; parts?: { requestText: string } }>(`/cases/${part}/draft`)
    expect(draft.text).toContain('验收报告（2026年11月2日补正：二〇二四年的）')
    system.clock.set('2026-11-02')
  })

  test('what came to a part is in the file of the case that it is joined back into', async () => {
    const { number } = await fileOne(system.url)
    await post(number, 'split', { parts: ['检定证书', '验收报告'] })
    const { split: { parts: [part = ''] } } = await caseOf(number)
    await corrected(part, '一标段的')
    await add(part, '图纸.pdf')
    await post(number, 'join')
    expect((await caseOf(number)).supplements.map(({ text }) => text)).toEqual(['一标段的'])
    expect((await papersOf(number)).map(({ name }) => name)).toEqual(['图纸.pdf'])
  })
})
