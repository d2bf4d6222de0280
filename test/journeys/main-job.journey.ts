import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '#test/support/eventually.ts'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { verifyChains } from '#store/verify.ts'
import { CHROMIUM, choose, look, openBrowser, person } from './browser.ts'
import { answer, Office } from './staff-way.ts'

describe.skipIf(!existsSync(CHROMIUM))('the main job in a browser (needs chromium in /usr/bin)', () => {
  let browser: Browser
  let system: TestSystem
  let office: Office

  beforeAll(async () => {
    browser = await openBrowser()
    system = await startSystem({ now: '2022-12-08' })
    office = new Office(browser, system)
  })
  afterAll(async () => {
    await browser?.close()
    await system?.stop()
  })

  test('C18: a paper form signed for on 2022-12-08 is refused as internal affairs (16条一款) on 2022-12-21, due 2023-01-06', async () => {
    system.clock.set('2022-12-08')
    const window = await office.as('chuangkou')
    await window.goto(`${system.url}/desk/intake`)
    await choose(window, 'channel', 'registered_mail')
    await window.fill('[name=arrivedOn]', '2022-12-08')
    await window.fill('[name=mailNumber]', '1100000000000')
    await window.fill('[name=signedBy]', '本局收发室')
    await choose(window, 'applicantKind', 'natural_person')
    await choose(window, 'documentType', 'resident_id')
    await window.fill('[name=name]', '申请人甲')
    await window.fill('[name=documentNumber]', '00000019900101000X')
    await window.fill('[name=phone]', '000 0000 0001')
    await window.fill('[name=address]', '示例市滨河区江北大道某号某室')
    await window.fill('[name=description]', '申请公开公安机关内部事务信息：2022年度内部值班安排。')
    await choose(window, 'form', 'paper')
    await choose(window, 'way', 'post')
    await look(window, 'window-entry')
    await window.getByRole('button', { name: '存并打印回执' }).click()
    await window.waitForURL((where) => where.pathname.startsWith('/desk/intake/receipt/'))
    await look(window, 'window-receipt')
    const receipt = await window.locator('main').innerText()
    const number = /\d{4}-\d{4,}/.exec(receipt)![0]
    expect(number).toBe('2022-0001')
    expect(receipt).toContain('2023年1月6日')
    expect(receipt).toContain('2022年12月8日')

    const documentNumber = await answer(office, system, number, {
      decision: 'refused_internal_affairs',
      reason: '上述信息是内部值班安排，属于内部工作流程方面的内部事务信息。',
      facts: '经审查，你申请的上述信息是本机关内部值班安排，属于行政机关内部事务信息中内部工作流程方面的信息。',
      decisionText: '对你申请公开的上述信息不予公开。',
    }, { issued: '2022-12-21' })
    expect(documentNumber).toBe('示例公信公开〔2022〕1号')

    const page = await office.as('gongkai')
    await page.goto(`${system.url}/desk/cases/${number}`)
    const text = await page.locator('main').innerText()
    expect(text).toMatch(/1月6日/)
    expect(text).toMatch(/前后相接，未被改动/)
  })

  test('C02: filed online on 2011-06-01 under the law of that day (15 working days), due 2011-06-23, granted; on a phone', async () => {
    system.clock.set('2011-06-01')
    const citizen = await person(browser, 390)
    await citizen.goto(system.url)
    await look(citizen, 'home')
    await citizen.getByRole('link', { name: /开始申请/ }).click()
    await choose(citizen, 'authorityId', 'shiju')
    await choose(citizen, 'applicantKind', 'natural_person')
    await citizen.fill('[name=name]', '申请人乙')
    await choose(citizen, 'documentType', 'resident_id')
    await citizen.fill('[name=documentNumber]', '00000019900101000X')
    await look(citizen, 'apply-who')
    await citizen.getByRole('button', { name: '保存并继续' }).click()
    await citizen.fill('[name=phone]', '000 0000 0002')
    await citizen.fill('[name=email]', 'b@example.com')
    await look(citizen, 'apply-contact')
    await citizen.getByRole('button', { name: '保存并继续' }).click()
    await citizen.fill('[name=description]', '申请公开广园客运站至佛冈的客运里程数等信息。')
    await look(citizen, 'apply-what')
    await citizen.getByRole('button', { name: '保存并继续' }).click()
    await choose(citizen, 'form', 'electronic')
    await choose(citizen, 'way', 'email')
    await look(citizen, 'apply-how')
    await citizen.getByRole('button', { name: '保存并继续' }).click()
    await look(citizen, 'apply-check')
    await citizen.getByRole('button', { name: /提交/ }).click()
    await citizen.waitForURL((where) => where.pathname.startsWith('/receipt/'))
    await look(citizen, 'receipt')
    const receipt = await citizen.locator('main').innerText()
    expect(receipt).toContain('2011年6月23日')
    const number = /\d{4}-\d{4,}/.exec(receipt)![0]
    const code = /[2-9A-HJKMNP-TV-Z]{4} [2-9A-HJKMNP-TV-Z]{4}/.exec(receipt)![0]

    await answer(office, system, number, {
      decision: 'granted',
      reason: '经检索，本机关保存上述信息，可以公开。',
      facts: '经检索，本机关制作并保存你申请的上述信息。',
      decisionText: '向你公开上述信息，以电子邮件方式提供（见附件）。',
      attachments: '广园客运站至佛冈的客运里程',
    }, { issued: '2011-06-20' })

    await citizen.goto(`${system.url}/status`)
    await citizen.fill('[name=number]', number)
    await citizen.fill('[name=queryCode]', code)
    await look(citizen, 'status-form')
    await citizen.getByRole('button', { name: '看进度' }).click()
    await citizen.waitForURL((where) => where.pathname === `/status/${number}`)
    await look(citizen, 'status')
    const status = await citizen.locator('main').innerText()
    expect(status).toContain('答复')
    const [download] = await Promise.all([citizen.waitForEvent('download'), citizen.getByRole('link', { name: /下载/ }).first().click()])
    expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  })

  test('nothing of the two cases was changed afterwards: the chain of every case holds', async () => {
    const { broken, cases } = await eventually(() => verifyChains(system.services.sql))
    expect({ broken, cases }).toEqual({ broken: [], cases: 2 })
  })
})
