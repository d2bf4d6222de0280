import { civilDateOf } from '#law/civil-date.ts'
import type { TestSystem } from '#test/support/system.ts'
import { fileOne, signedIn } from './client.ts'
import { Office } from './office.ts'
import type { Tell } from './walk-corrections.ts'

/** 延长期限, 发收费通知, its receipt and the payment, each answer told. */
export async function walkFees(system: TestSystem, tell: Tell): Promise<void> {
  const clerk = await signedIn(system.url, 'gongkai')
  const office = new Office(system.url, system.clock)
  const { number } = await fileOne(system.url)
  await office.carry(number, 'assign')
  const on = civilDateOf(system.clock.now())
  const steps: readonly (readonly [string, object])[] = [
    ['extension', { days: 20, reason: '需要查找的档案很多，还在逐件核对。', consentedBy: '负责人甲' }],
    ['fee-notice', { basis: 'per_page', pages: 1500, facts: '申请的信息共1500页，数量明显超过合理范围。', method: '到非税收入窗口缴纳。' }],
    ['fee-notice-received', { on, evidence: '申请人签收' }],
    ['payment', { on, amountYuan: '54,700', evidence: '票据0001' }],
  ]
  for (const [route, body] of steps) {
    const path = `/cases/${number}/${route}`
    const answer = await clerk.post(path, body)
    tell('POST', path, answer)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`)
  }
}
