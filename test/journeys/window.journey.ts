import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#src/boot/demo/people.ts'
import { verifyChains } from '#store/verify.ts'
import { eventually } from '#test/support/eventually.ts'
import { pdf, png } from '#test/support/papers.ts'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { CHROMIUM, look, openBrowser, person, signIn } from './browser.ts'

const FIGURES = process.env['ZHIXI_PICTURES'] ?? fileURLToPath(new URL('../../dist/pictures/', import.meta.url))
const ID = '11010519491231002X'
const OTHER_ID = '00000019900101000X'
const CREDIT = '91350100M000100Y43'

/** What the scanner has put into the folder. */
const SCANS = [{ name: '申请书.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf(3)) }, { name: '证件.png', mimeType: 'image/png', buffer: Buffer.from(png()) }]

interface Figure {
  readonly form: string
  /** Characters that stand on the paper. */
  readonly typed: number
  /** Everything else that is pressed: Tab, arrows, digits of choices, shortcuts. */
  readonly keys: number
  /** Of the machine, without taking pictures. */
  readonly ms: number
}

/** Hands that never leave the keys; counts what they press. */
class Hands {
  typed = 0
  keys = 0
  constructor(readonly page: Page) {}

  async press(...keys: string[]): Promise<this> {
    for (const key of keys) await this.page.keyboard.press(key)
    this.keys += keys.length
    return this
  }

  async type(text: string): Promise<this> {
    await this.page.keyboard.type(text)
    this.typed += [...text].length
    return this
  }

  /** Types one field after the other; an empty text leaves the field as it is. */
  async fields(...texts: string[]): Promise<this> {
    for (const [index, text] of texts.entries()) {
      if (index > 0) await this.press('Tab')
      if (text !== '') await this.type(text)
    }
    return this
  }

  at(): Promise<string> {
    return this.page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name ?? '')
  }
}

describe.skipIf(!existsSync(CHROMIUM))('the window by keyboard alone (needs chromium in /usr/bin)', () => {
  let browser: Browser
  let system: TestSystem
  let page: Page
  let hands: Hands
  const figures: Figure[] = []
  let looking = 0

  beforeAll(async () => {
    browser = await openBrowser()
    system = await startSystem({ now: '2026-11-20' })
    page = await person(browser)
    await page.addInitScript(() => {
      document.addEventListener('pointerdown', () => sessionStorage.setItem('mouse', 'used'), true)
    })
    page.on('filechooser', (chooser) => void chooser.setFiles(SCANS))
    await signIn(page, system.url, 'chuangkou', DEMO_PASSWORD)
    await page.goto(`${system.url}/desk/intake`)
    await page.evaluate(() => sessionStorage.removeItem('mouse'))
    hands = new Hands(page)
  })
  afterAll(async () => {
    await browser?.close()
    await system?.stop()
  })

  /** One paper form, from the first field of an empty page to the next page. */
  async function form(name: string, enter: () => Promise<unknown>): Promise<void> {
    await page.waitForFunction(() => document.activeElement?.matches('form.zx-window [name=channel]') === true)
    const [typed, keys, began] = [hands.typed, hands.keys, performance.now()]
    looking = 0
    await enter()
    figures.push({ form: name, typed: hands.typed - typed, keys: hands.keys - keys, ms: Math.round(performance.now() - began - looking) })
  }
  async function see(name: string): Promise<void> {
    const began = performance.now()
    await look(page, name)
    looking += performance.now() - began
  }
  /** 存，再录一份: the next empty form says that the one before is registered, and to which number. */
  async function again(): Promise<string> {
    const here = page.url()
    await hands.press('Control+Shift+Enter')
    await page.waitForURL((where) => where.href !== here && where.searchParams.has('filed'))
    const number = new URL(page.url()).searchParams.get('filed')!
    await page.waitForFunction((text) => document.getElementById('zx-live')?.textContent?.startsWith(text), `${number}已登记`)
    expect(await page.locator('[name=name]').inputValue()).toBe('')
    return number
  }
  async function receipt(): Promise<string> {
    await page.waitForURL(/\/desk\/intake\/receipt\//)
    return page.url().split('/').at(-1)!
  }
  const rowOf = async (number: string) => (await system.services.sql`select * from case_file where number = ${number} and authority_id = 'shiju'`)[0]!

  test('1 当面: saved with Ctrl Enter; the receipt has the focus on printing, N opens the next form', async () => {
    await form('当面', async () => {
      await hands.press('1', 'Alt+2', 'Tab', 'Tab')
      await hands.fields('申请人甲', ID, '13800000000', '湖北省示例市滨河区江北大道8号', '430000')
      await hands.press('Alt+3', 'Tab', 'Tab')
      await hands.type('申请公开滨河路地下通道内视频监控的安装点位、安装时间和保存期限。')
      await page.waitForFunction(() => document.getElementById('paper-check')?.textContent?.includes('002X') === true)
      await see('window-typed')
      await hands.press('Control+Enter')
      await receipt()
    })
    await look(page, 'window-receipt-page')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('打印回执')
    await hands.press('n')
  })

  test('2 口头代填: the typed application is printed for the signature; the case shows 待附签字件 until the scan is there', async () => {
    let number = ''
    await form('口头代填', async () => {
      await hands.press('2', 'Alt+2', 'Tab', 'ArrowRight', 'Tab')
      await hands.fields('申请人乙', 'E00000001', '13800000001')
      await hands.press('Alt+3', 'Tab', 'Tab')
      await hands.type('申请公开2025年示例路口交通事故统计。')
      await hands.press('Alt+4', 'Tab', 'ArrowRight', 'Control+Enter')
      number = await receipt()
    })
    await look(page, 'window-oral-receipt')
    await hands.press('s')
    await page.waitForURL(/\/desk\/intake\/form\//)
    await look(page, 'window-oral-form')
    const sheet = await page.locator('main').innerText()
    for (const fact of ['申请人乙', 'E00000001', '13800000001', '签字或者按指印', '代填人：窗口人员甲']) expect(sheet).toContain(fact)
    await page.goto(`${system.url}/desk/cases/${number}`)
    expect(await page.locator('main').innerText()).toContain('待附签字件')
    await look(page, 'window-oral-case')
    await page.goto(`${system.url}/desk/intake`)
  })

  test('3 挂号 by a company, 4 the next letter of the batch with F2', async () => {
    await form('挂号，企业', async () => {
      await hands.press('3', 'Tab', 'Tab')
      await hands.fields('1100000000001', '本局收发室')
      await hands.press('Tab', 'ArrowRight', 'Tab')
      await hands.fields('某公司', CREDIT, '010-66281201', '北京市示例区示例路1号')
      await hands.press('Alt+3', 'Tab', 'Tab')
      await hands.type('申请公开某路段限行措施的论证材料。')
      expect(await rowOf(await again())).toMatchObject({ channel: 'registered_mail', applicant_kind: 'business' })
    })
    await form('挂号，同上一份', async () => {
      await hands.press('F2')
      expect(await hands.at()).toBe('name')
      await hands.fields('某公司', CREDIT, '010-66281201', '北京市示例区示例路1号')
      await hands.press('Alt+3', 'Tab', 'Tab')
      await hands.type('申请公开某路段信号灯的配时方案。')
      expect(await rowOf(await again())).toMatchObject({ channel: 'registered_mail', applicant_kind: 'business', received_on: '2026-11-20' })
    })
  })

  test('5 a returning applicant: the number alone, F4 brings the rest, and that it was opened stands on the earlier case', async () => {
    let earlier = ''
    await form('挂号，以前申请过', async () => {
      await hands.press('Alt+2', 'Tab', 'Tab', 'Tab')
      await hands.type(ID)
      await page.waitForSelector('[data-fkey=F4]')
      await see('window-returning')
      earlier = /最近一件(\d{4}-\d+)/.exec(await page.locator('#returning').innerText())![1]!
      expect(await page.locator('#returning').innerText()).not.toContain('申请人甲')
      await hands.press('F4')
      await page.waitForFunction(() => (document.activeElement as HTMLTextAreaElement | null)?.name === 'description')
      expect(await page.locator('[name=address]').inputValue()).toBe('湖北省示例市滨河区江北大道8号')
      await hands.type('申请公开滨河路地下通道照明的维护记录。')
      expect(await rowOf(await again())).toMatchObject({ applicant_name: '申请人甲' })
    })
    const [opened] = await system.services.sql`select e.actor_name, e.data from case_event e join case_file c on c.id = e.case_id where c.number = ${earlier} and e.type = 'personal_data_opened'`
    expect(opened).toMatchObject({ actor_name: '窗口人员甲', data: { reason: '窗口录入：同一申请人再次申请，带出姓名和联系方式' } })
  })

  test('6 平常信函 confirmed on its day, 7 传真 confirmed, 8 网上补录 of an earlier day', async () => {
    const rest = async (name: string, text: string) => {
      await hands.press('Alt+2', 'Tab', 'Tab')
      await hands.fields(name, OTHER_ID, '0755-66281201', '广东省示例市示例路2号')
      await hands.press('Alt+3', 'Tab', 'Tab')
      await hands.type(text)
      return rowOf(await again())
    }
    await form('平常信函', async () => {
      await hands.press('4', 'Tab', 'Tab')
      await hands.type('2026-11-20')
      expect(await rest('申请人丁', '申请公开户籍窗口的排队统计。')).toMatchObject({ channel: 'ordinary_mail', received_on: '2026-11-20' })
    })
    await form('传真', async () => {
      await hands.press('5', 'Tab')
      await hands.fields('20261118', '20261119')
      expect(await rest('申请人丁', '申请公开出租屋登记的办事指南修订稿。')).toMatchObject({ channel: 'fax', received_on: '2026-11-19' })
    })
    await form('网上补录', async () => {
      await hands.press('6', 'Tab')
      await hands.type('2026.11.17')
      expect(await rest('申请人丁', '申请公开夜间噪声投诉的处置规程。')).toMatchObject({ channel: 'internet', received_on: '2026-11-17' })
    })
  })

  test('9 with a mistyped number and two scans: the summary leads to the field, nothing typed and no scan is lost', async () => {
    let number = ''
    await form('有一处写错，带扫描件', async () => {
      await hands.press('1', 'Alt+2', 'Tab', 'Tab')
      await hands.fields('申请人戊', `${ID.slice(0, -1)}1`, '13800000002', '湖北省示例市示例路3号')
      await hands.press('Alt+3', 'Tab', 'Tab')
      await hands.type('申请公开示例派出所的接处警统计。')
      await hands.press('F8')
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[type=file]')?.files?.length === 2)
      await hands.press('Control+Enter')
      await page.waitForSelector('.zx-error-summary')
      await see('window-error')
      expect(await page.locator('.zx-uploads li').count()).toBe(2)
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('zx-error-summary')
      await hands.press('Tab', 'Enter')
      expect(await hands.at()).toBe('documentNumber')
      await hands.press('Control+a')
      await hands.type(ID)
      await hands.press('Control+Enter')
      number = await receipt()
    })
    const papers = await system.services.sql`select e.data->>'purpose' as purpose from case_event e join case_file c on c.id = e.case_id where c.number = ${number} and e.type = 'paper_added'`
    expect(papers.map(({ purpose }) => purpose)).toEqual(['scan', 'scan'])
    await hands.press('n')
  })

  test('10 a letter whose sender cannot be reached: F9 keeps it, and it is no case', async () => {
    await form('平常信函，待确认', async () => {
      await hands.press('4', 'Alt+2', 'Tab', 'Tab')
      await hands.fields('申请人己', OTHER_ID, '13800000003', '湖北省示例市示例路4号')
      await hands.press('Alt+3', 'Tab', 'Tab')
      await hands.type('申请公开信访接待日的安排。')
      await see('window-letter')
      await hands.press('F9')
      await page.waitForURL(/kept=1/)
    })
    await page.waitForFunction(() => document.getElementById('zx-live')?.textContent?.startsWith('已存为待确认收到') === true)
    const [{ cases, waiting }] = await system.services.sql<[{ cases: number; waiting: number }]>`
      select (select count(*)::int from case_file) as cases, (select count(*)::int from pending_receipt where status = 'waiting') as waiting`
    expect({ cases, waiting }).toEqual({ cases: 9, waiting: 1 })
  })

  test('the ten forms took no mouse, and few keys beside what stands on the paper', () => {
    mkdirSync(FIGURES, { recursive: true })
    writeFileSync(join(FIGURES, 'window-keystrokes.json'), `${JSON.stringify(figures, null, 2)}\n`)
    expect(figures).toHaveLength(10)
    expect(Math.max(...figures.map(({ keys }) => keys))).toBeLessThanOrEqual(20)
  })

  test('no pointer was used', async () => {
    expect(await page.evaluate(() => sessionStorage.getItem('mouse'))).toBeNull()
  })

  test('the letter is tried, then confirmed on the desk page and gets its number; the chains hold', async () => {
    await page.goto(`${system.url}/desk/pending-receipts`)
    await look(page, 'pending-list')
    await page.getByRole('link', { name: '申请公开信访接待日的安排' }).first().press('Enter')
    await page.waitForURL(/\/desk\/pending-receipts\/[0-9a-f-]+$/)
    await look(page, 'pending-one')
    await page.locator('form[action$="/attempts"] [name=note]').press('Enter')
    await page.waitForURL(/done=attempt/)
    system.clock.set('2026-11-23')
    await page.goto(page.url().split('?')[0]!)
    await look(page, 'pending-lost')
    expect(await page.locator('main').innerText()).toContain('恢复联系的这天2026年11月23日（周一）就是收到日')
    await page.locator('form[action$="/confirmation"] [name=confirmedOn]').press('Enter')
    await page.waitForURL(/\/desk\/intake\/receipt\//)
    await look(page, 'pending-receipt')
    expect(await rowOf(page.url().split('/').at(-1)!)).toMatchObject({ received_on: '2026-11-23', channel: 'ordinary_mail' })
    const { broken, cases } = await eventually(() => verifyChains(system.services.sql))
    expect({ broken, cases }).toEqual({ broken: [], cases: 10 })
  })

  test('the same pages on a phone, and without a script', async () => {
    const phone = await person(browser, 390)
    await signIn(phone, system.url, 'chuangkou', DEMO_PASSWORD)
    await phone.goto(`${system.url}/desk/intake?channel=fax`)
    await look(phone, 'window-typed')
    await phone.goto(`${system.url}/desk/pending-receipts`)
    await look(phone, 'pending-list')
    const plain = await person(browser, 1280, false)
    await signIn(plain, system.url, 'chuangkou', DEMO_PASSWORD)
    await plain.goto(`${system.url}/desk/intake`)
    await plain.fill('[name=documentNumber]', ID)
    await plain.getByRole('button', { name: '算一算' }).press('Enter')
    await plain.getByRole('button', { name: /带出姓名和联系方式/ }).press('Enter')
    expect(await plain.locator('[name=name]').inputValue()).not.toBe('')
    await plain.fill('[name=description]', '申请公开窗口的值班安排。')
    await plain.locator('[name=description]').press('Tab')
    await plain.getByRole('button', { name: /再录一份/ }).press('Enter')
    await plain.waitForURL(/filed=/)
    expect(await plain.locator('main').innerText()).toMatch(/\d{4}-\d{4}已登记/)
  })
})
