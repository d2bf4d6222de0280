import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { DEMO_PASSWORD } from '#src/boot/demo/people.ts'
import { eventually } from '#test/support/eventually.ts'
import type { TestSystem } from '#test/support/system.ts'
import { choose, look, person, signIn } from './browser.ts'

/** One browser context per member of staff, signed in when first needed. */
export class Office {
  private readonly pages = new Map<string, Page>()
  constructor(private readonly browser: Browser, private readonly system: TestSystem) {}

  async as(username: string): Promise<Page> {
    const known = this.pages.get(username)
    if (known) return known
    const page = await person(this.browser)
    await signIn(page, this.system.url, username, DEMO_PASSWORD)
    this.pages.set(username, page)
    return page
  }

  /** Opens the form of a command on a case, fills it, sends it, and comes back to the case. */
  async act(username: string, number: string, command: string, button: string, fill: (page: Page) => Promise<void> = async () => {}): Promise<Page> {
    const page = await this.as(username)
    await page.goto(`${this.system.url}/desk/cases/${number}/${command}`)
    await fill(page)
    await look(page, `${number}-${command}-${username}`)
    await page.getByRole('button', { name: button }).first().click()
    await page.waitForURL((where) => where.pathname === `/desk/cases/${number}` || where.pathname === `/desk/cases/${number}/draft`)
    return page
  }
}

export interface Reply {
  readonly decision: string
  readonly reason: string
  readonly facts: string
  readonly decisionText: string
  /** One a line. */
  readonly attachments?: string
}

/** From acceptance to the archive, each step by the person whose step it is. Returns the number of the reply. */
export async function answer(office: Office, system: TestSystem, number: string, reply: Reply, days: { readonly issued: string }): Promise<string> {
  await office.act('gongkai', number, 'accept', '受理')
  await office.act('gongkai', number, 'assign', '分办', async (page) => {
    await page.getByText('承办人甲').first().click()
  })
  await office.act('chengban', number, 'decide', '定下来', async (page) => {
    await choose(page, 'decision', reply.decision)
    await page.fill('[name=reason]', reply.reason)
  })
  system.clock.set(days.issued)
  const drafter = await office.as('chengban')
  await drafter.goto(`${system.url}/desk/cases/${number}/draft`)
  await drafter.fill('[name=facts]', reply.facts)
  await drafter.fill('[name=decisionText]', reply.decisionText)
  await drafter.fill('[name=attachments]', reply.attachments ?? '')
  await drafter.getByRole('button', { name: '存稿' }).click()
  await drafter.waitForLoadState()
  await look(drafter, `${number}-draft`)
  await drafter.getByRole('button', { name: '送科室审核' }).click()
  await drafter.waitForURL((where) => where.pathname === `/desk/cases/${number}`)
  await office.act('keshi', number, 'signoff', '审核同意')
  const issuer = await office.act('qianfa', number, 'signoff', '签发')
  const text = await issuer.locator('main').innerText()
  const documentNumber = /示例公信公开〔\d{4}〕\d+号/.exec(text)?.[0]
  expect(documentNumber).toBeDefined()
  await eventually(async () => {
    const rows = await system.services.sql`select status from letter where document_number = ${documentNumber!}`
    return rows[0]?.['status'] === 'stored'
  }, { timeoutMs: 60_000 })
  await office.act('gongkai', number, 'deliver', '登记送达', async (page) => {
    await choose(page, 'service', 'post')
    await page.fill('[name=evidence]', 'EMS 1100000000000')
  })
  const delivered = await office.as('gongkai')
  await delivered.goto(`${system.url}/desk/cases/${number}`)
  await look(delivered, `${number}-delivered`)
  await office.act('gongkai', number, 'archive', '归档')
  return documentNumber!
}
