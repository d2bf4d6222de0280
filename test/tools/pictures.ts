import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, type Page } from 'playwright-core'

/**
 * `npm run pictures -- http://localhost:3000`: the pictures of README.md, taken from a running demonstration. Needs chromium and
 * pdftoppm.
 */
const base = process.argv[2] ?? 'http://localhost:3000'
const folder = resolve(process.argv[3] ?? 'docs/pictures')
const PASSWORD = 'zhixi-demo-2026'
/** The viewer of the browser draws a PDF without telling when it is done. */
const VIEWER_MS = 4000

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })

async function open(width: number, height: number): Promise<Page> {
  return (await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })).newPage()
}

async function shoot(page: Page, path: string, name: string, fullPage = true): Promise<void> {
  await page.goto(base + path)
  if ((await page.locator('iframe').count()) > 0) await page.waitForTimeout(VIEWER_MS)
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage })
}

async function as(username: string, height = 900): Promise<Page> {
  const page = await open(1280, height)
  await page.goto(`${base}/signin`)
  await page.fill('[name=username]', username)
  await page.fill('[name=password]', PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((where) => where.pathname.startsWith('/desk'))
  return page
}

/** The number of the first case in the list whose row says so. */
async function numberOf(page: Page, stage: string): Promise<string> {
  await page.goto(`${base}/desk/cases`)
  const row = page.locator('tbody tr', { hasText: stage }).first()
  return (await row.locator('a').first().innerText()).trim()
}

await shoot(await open(1280, 900), '/', 'home', false)
await shoot(await open(390, 844), '/apply/who', 'apply-phone', false)
const office = await as('gongkai')
await shoot(office, '/desk', 'worklist', false)
await shoot(office, `/desk/cases/${await numberOf(office, '办理')}`, 'case')
const handler = await as('chengban', 1130)
await shoot(handler, `/desk/cases/${await numberOf(handler, '拟稿')}/draft`, 'draft')
await shoot(await as('chuangkou', 1060), '/desk/intake', 'window', false)

const issued = await numberOf(office, '已归档')
await office.goto(`${base}/desk/cases/${issued}`)
const href = await office.locator('a[href*="/letters/"]').last().getAttribute('href')
const pdf = await office.request.get(base + href!)
const file = join(folder, 'letter.pdf')
writeFileSync(file, await pdf.body())
execFileSync('pdftoppm', ['-r', '72', '-png', '-f', '1', '-l', '1', '-singlefile', file, join(folder, 'letter')])
rmSync(file)
await browser.close()
