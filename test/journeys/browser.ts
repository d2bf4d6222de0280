import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { chromium, type Browser, type Page } from 'playwright-core'

export const CHROMIUM = '/usr/bin/chromium'
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
/** Screenshots of every page that a journey sees; set ZHIXI_PICTURES to keep them elsewhere. */
const PICTURES = process.env['ZHIXI_PICTURES'] ?? fileURLToPath(new URL('../../dist/pictures/', import.meta.url))

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
}

/** A person at a browser: 1280 wide at the desk, 390 on the phone. Fails on any error in the console. */
export async function person(browser: Browser, width: 1280 | 390 = 1280, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', javaScriptEnabled, acceptDownloads: true, bypassCSP: false,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => { throw error })
  return page
}

interface AxeViolation { readonly id: string; readonly impact: string; readonly nodes: readonly { readonly target: readonly string[] }[] }

/** Takes a picture of the page, asks axe, and looks whether anything runs off sideways. */
export async function look(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  const width = page.viewportSize()!.width
  await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true })
  const { scriptable, wide } = await page.evaluate(() => ({ scriptable: true, wide: document.documentElement.scrollWidth - innerWidth }))
  expect(wide, `${name} at ${width}: sideways scroll`).toBeLessThanOrEqual(0)
  if (!scriptable) return
  const client = await page.context().newCDPSession(page)
  await client.send('Page.setBypassCSP', { enabled: true })
  await page.evaluate(`${(await import('node:fs')).readFileSync(AXE, 'utf8')}; undefined`)
  const violations = (await page.evaluate(`axe.run(document, { resultTypes: ['violations'], iframes: false }).then((r) => r.violations)`)) as AxeViolation[]
  await client.send('Page.setBypassCSP', { enabled: false })
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`), `${name} at ${width}`).toEqual([])
}

/** Chooses a radio or segment, whether or not the circle itself is visible. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`input[name="${name}"][value="${value}"]`).check({ force: true })
}

export async function signIn(page: Page, url: string, username: string, password: string): Promise<void> {
  await page.goto(`${url}/signin`)
  await page.fill('[name=username]', username)
  await page.fill('[name=password]', password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((where) => where.pathname.startsWith('/desk'))
}
