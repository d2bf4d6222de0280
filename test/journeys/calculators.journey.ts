import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { CHROMIUM, look, openBrowser, person } from './browser.ts'

describe.skipIf(!existsSync(CHROMIUM))('the calculators in a browser (needs chromium in /usr/bin)', () => {
  let browser: Browser
  let system: TestSystem

  beforeAll(async () => {
    browser = await openBrowser()
    system = await startSystem({ now: '2026-11-21', jobs: false })
  })
  afterAll(async () => {
    await browser?.close()
    await system?.stop()
  })

  /** Axe needs script; without it only the picture and the width are looked at. */
  const see = async (page: Page, name: string, script: boolean) => {
    if (script) return look(page, name)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0)
  }
  const answer = (page: Page) => page.locator('#answer')
  const compute = (page: Page) => page.getByRole('button', { name: '算一算' }).click()

  test.each([[1280, true], [390, true], [1280, false], [390, false]] as const)('a deadline with an opinion and an extension, %i wide, script %s', async (width, script) => {
    const page = await person(browser, width, script)
    const kept = 'calculator-deadline'
    await page.goto(`${system.url}/calculators`)
    await see(page, kept, script)
    expect(await answer(page).innerText()).toContain('2026年12月18日（周五）')

    await page.fill('[name=received]', '2026年9月24日')
    await page.getByText('期间补正过').click()
    await page.selectOption('[name=type1]', 'ask_third_party')
    await page.fill('[name=on1]', '2026-10-09')
    await page.fill('[name=to1]', '2026-10-12')
    await page.selectOption('[name=type2]', 'heard_third_party')
    await page.fill('[name=on2]', '2026-10-23')
    await page.selectOption('[name=type3]', 'extended')
    await page.fill('[name=on3]', '2026-11-03')
    await page.fill('[name=to3]', '21')
    await compute(page)
    await see(page, `${kept}-refused`, script)
    expect(await page.locator('.zx-error-summary').innerText()).toMatch(/延长最多20个工作日，不能延长21个工作日[\s\S]*条例第三十三条第二款/)
    expect(await page.inputValue('[name=received]')).toBe('2026年9月24日')
    expect(await page.inputValue('[name=to3]')).toBe('21')

    await page.fill('[name=to3]', '10')
    await compute(page)
    expect(await answer(page).innerText()).toMatch(/最晚答复日\s*2026年11月27日（周五）/)
    const statute = answer(page).locator('.zx-statute').last()
    expect(await statute.innerText()).not.toContain('延长的期限最长不得超过20个工作日')
    await statute.locator('summary').click()
    expect(await statute.innerText()).toContain('延长的期限最长不得超过20个工作日')
    await answer(page).getByText('逐日看一遍').click()
    expect(await answer(page).getByRole('row').filter({ hasText: '征求第三方意见，不计' }).count()).toBe(11)
    await see(page, `${kept}-answer`, script)

    const again = await person(browser, width, script)
    await again.goto(page.url())
    expect(await answer(again).innerText()).toContain('2026年11月27日（周五）')

    const [whole] = await Promise.all([page.context().waitForEvent('page'), statute.getByRole('link', { name: '看全条（新窗口）' }).click()])
    await whole.waitForLoadState()
    expect(await whole.locator('h1').innerText()).toBe('条例第三十三条')
    await see(whole, 'calculator-article', script)
    await page.context().close()
    await again.context().close()
  })

  test('more rows come without script, and what was typed stays', async () => {
    const page = await person(browser, 1280, false)
    await page.goto(`${system.url}/calculators?received=2026-09-24&type1=replied&on1=2026-10-20`)
    expect(await page.locator('fieldset.zx-later-row').count()).toBe(3)
    await page.getByRole('button', { name: '再加几行' }).click()
    expect(await page.locator('fieldset.zx-later-row').count()).toBe(6)
    expect(await page.inputValue('[name=on1]')).toBe('2026-10-20')
    expect(await page.inputValue('[name=type1]')).toBe('replied')
    await page.press('[name=on1]', 'Enter')
    await page.waitForURL((where) => !where.searchParams.has('rows'))
    expect(await answer(page).innerText()).toContain('答复在期限内')
    await page.context().close()
  })

  test.each([1280, 390] as const)('fee and remedy, %i wide', async (width) => {
    const page = await person(browser, width)
    await page.goto(`${system.url}/calculators`)
    await page.getByRole('link', { name: '信息处理费', exact: true }).click()
    await look(page, 'calculator-fee')
    await compute(page)
    await look(page, 'calculator-fee-error')
    expect(await page.locator('.zx-error-summary').innerText()).toContain('请填写件数')
    await page.fill('[name=cases]', '35')
    await compute(page)
    await look(page, 'calculator-fee-answer')
    expect(await answer(page).innerText()).toMatch(/信息处理费\s*3,000元/)
    await page.getByText('按量：一件的页数').click()
    await page.fill('[name=pages]', '1500')
    await compute(page)
    expect(await answer(page).innerText()).toContain('54,700元')

    await page.getByRole('link', { name: '复议诉讼期限', exact: true }).click()
    await look(page, 'calculator-remedy')
    await page.selectOption('[name=decision]', 'refused_internal_affairs')
    await page.fill('[name=issued]', '20260401')
    await page.fill('[name=delivered]', '2026.4.3')
    await compute(page)
    await look(page, 'calculator-remedy-answer')
    expect(await answer(page).innerText()).toMatch(/先申请行政复议[\s\S]*2026年6月2日（周二）/)
    await page.context().close()
  })

  test('the answer prints on its own: no head, no form, no buttons', async () => {
    const page = await person(browser, 1280)
    await page.goto(`${system.url}/calculators?received=2026-09-24`)
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['form', '.zx-tabs', '.zx-nav', '#answer .btn']) expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
    expect(await answer(page).isVisible()).toBe(true)
    await page.context().close()
  })
})
