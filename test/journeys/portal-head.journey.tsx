/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { existsSync, readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PortalPage } from '#ui/layout-portal.tsx'
import { CHROMIUM, openBrowser } from './browser.ts'

const SHEETS = ['node_modules/@tabler/core/dist/css/tabler.min', ...['zhixi', 'form', 'clock', 'portal', 'public'].map((name) => `src/ui/assets/${name}`)]
  .map((path) => readFileSync(new URL(`../../${path}.css`, import.meta.url), 'utf8'))
  .join('\n')

describe.skipIf(!existsSync(CHROMIUM))('the head of a public page on a phone (needs chromium in /usr/bin)', () => {
  let browser: Browser
  beforeAll(async () => void (browser = await openBrowser()))
  afterAll(() => browser?.close())

  test.each([
    ['示例市公安局东湖分局', 'standard', 390],
    ['示例市公安局东湖高新技术开发区分局', 'standard', 390],
    ['示例市公安局东湖高新技术开发区分局', 'xlarge', 320],
  ] as const)('%s in size %s, %i wide: the menu stays beside the name, at the right edge', async (name, textSize, width) => {
    const agency = { name, consultPhone: '000-0000 1201', supervisePhone: '000-0000 1209', officeName: '政府信息公开办公室', address: '示例路8号' }
    const html = String((<PortalPage title="首页" agency={agency} path="/" textSize={textSize}><p>正文</p></PortalPage>))
    const page = await browser.newPage({ viewport: { width, height: 400 } })
    await page.setContent(html.replace('</head>', `<style>${SHEETS}</style></head>`))
    const [brand, menu] = await Promise.all([page.locator('.zx-brand').boundingBox(), page.locator('.zx-menu').boundingBox()])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    await page.close()
    expect(menu!.x).toBeGreaterThanOrEqual(brand!.x + brand!.width)
    expect(Math.abs(menu!.y + menu!.height / 2 - (brand!.y + brand!.height / 2))).toBeLessThan(2)
    expect(menu!.x + menu!.width).toBe(width - 16)
    expect(wide).toBe(width)
  })
})
