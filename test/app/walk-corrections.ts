import { addDays, civilDateOf } from '#law/civil-date.ts'
import { pdf } from '#test/support/papers.ts'
import type { TestSystem } from '#test/support/system.ts'
import { Api, fileOne, signedIn, type Answer, type FiledBody } from './client.ts'

export type Tell = (method: string, path: string, answer: Answer<unknown>) => void

const QUESTION = { items: ['写明小区名称', '写明年份'], guidance: '写明小区名称和年份就可以查找' }

/** What applicants do on the status page and the office about corrections and withdrawals, each answer told. `answered` has been delivered. */
export async function walkCorrections(system: TestSystem, tell: Tell, answered: { readonly number: string; readonly queryCode: string }): Promise<void> {
  const anybody = new Api(system.url)
  const before = system.clock.now()
  const clerk = await signedIn(system.url, 'gongkai')
  const respondBy = addDays(civilDateOf(before), 1)
  const say = async (who: Api, path: string, body: unknown) => {
    const answer = await who.post(path, body)
    tell('POST', path, answer)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`)
  }
  const code = ({ number, queryCode }: Pick<FiledBody, 'number' | 'queryCode'>) => ({ number, queryCode })
  const [paper, mend, late, refused, taken] = [await fileOne(system.url), await fileOne(system.url), await fileOne(system.url), await fileOne(system.url), await fileOne(system.url)]

  for (const one of [paper, mend, late, refused]) await say(clerk, `/cases/${one.number}/correction-request`, { ...QUESTION, respondBy })
  await say(clerk, `/cases/${paper.number}/correction`, { on: civilDateOf(before), text: '滨河小区，2022年' })
  const form = new FormData()
  for (const [name, value] of Object.entries(code(mend))) form.append(name, value)
  form.append('papers', new File([pdf()], '平面图.pdf'))
  tell('POST', '/status/papers', await anybody.send('POST', '/status/papers', form))
  await say(anybody, '/status/correction', { ...code(mend), text: '滨河小区，2022年' })
  await say(anybody, '/status', code(mend))
  await say(anybody, '/status/withdrawal', { ...code(mend), reason: '不需要了' })
  await say(clerk, `/cases/${taken.number}/withdrawal`, { on: civilDateOf(before) })
  await released(clerk, anybody, tell, answered)
  await say(anybody, '/status/delivery-confirmation', code(answered))

  system.clock.set(addDays(respondBy, 1))
  const later = await signedIn(system.url, 'gongkai')
  for (const one of [late, refused]) await say(anybody, '/status/correction', { ...code(one), text: '滨河小区', lateReason: '住院' })
  await say(later, `/cases/${late.number}/correction`, { goodCause: '有住院证明' })
  await say(later, `/cases/${refused.number}/correction-refusal`, { reason: '住院在补正期限以后' })
  await say(later, `/cases/${refused.number}/lapse`, {})
  await say(anybody, '/status', code(refused))
  system.clock.set(before)
}

async function released(clerk: Api, anybody: Api, tell: Tell, { number, queryCode }: { readonly number: string; readonly queryCode: string }): Promise<void> {
  const form = new FormData()
  form.append('purpose', 'release')
  form.append('files', new File([pdf()], '验收报告.pdf'))
  const added = await clerk.send<{ items: { id: string; purpose: string }[] }>('POST', `/cases/${number}/files`, form)
  const id = added.body.items.find(({ purpose }) => purpose === 'release')!.id
  tell('POST', `/status/files/${id}`, await anybody.post(`/status/files/${id}`, { number, queryCode }))
}
