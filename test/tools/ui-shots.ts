import { createServer } from 'node:http'
import { readFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve } from 'node:path'
import { chromium } from 'playwright-core'

const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' }
const CSP = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'"
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** `tsx test/tools/ui-shots.ts <gallery folder> [name part]`: pictures at 1280 and 390, axe, and a look for sideways scroll at 320. */
const folder = resolve(process.argv[2] ?? 'ui-gallery')
const only = process.argv[3] ?? ''
const server = createServer((request, response) => {
  const path = join(folder, new URL(request.url ?? '/', 'http://x').pathname)
  if (!path.startsWith(folder) || !existsSync(path) || extname(path) === '') return response.writeHead(404).end()
  response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain', 'content-security-policy': CSP }).end(readFileSync(path))
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
mkdirSync(join(folder, 'shots'), { recursive: true })

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
let bad = 0
for (const file of readdirSync(folder).filter((name) => name.endsWith('.html') && name.includes(only))) {
  const name = file.replace('.html', '')
  for (const width of [1280, 390, 320]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, deviceScaleFactor: width === 390 ? 1.5 : 1, bypassCSP: false })
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() !== 'error') return
      bad += 1
      console.log(`${name} ${width}: ${message.text()}`)
    })
    await page.goto(`${origin}/${file}`, { waitUntil: 'networkidle' })
    if (width !== 320) await page.screenshot({ path: join(folder, 'shots', `${name}-${width}.png`), fullPage: true })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (over > 0) {
      bad += 1
      console.log(`${name} ${width}: ${over}px wider than the window`)
    }
    await page.evaluate(AXE)
    const found = (await page.evaluate('axe.run()')) as { violations: Array<{ id: string; impact: string; nodes: Array<{ target: string[]; failureSummary: string }> }> }
    for (const { id, impact, nodes } of found.violations) {
      bad += 1
      console.log(`${name} ${width}: ${impact} ${id} ×${nodes.length}: ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary.split('\n')[1] ?? ''}`)
    }
    await context.close()
  }
}
await browser.close()
server.close()
console.log(bad === 0 ? 'nothing found' : `${bad} found`)
