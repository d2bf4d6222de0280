import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { matchesQueryCode } from '#features/intake/index.ts'
import { loadCase } from '#store/case-store.ts'
import { applicationOf } from '#store/application.ts'
import { openDesk, wordsOf, type Desk, type Username } from '#test/support/desk.ts'

let desk: Desk
beforeAll(async () => void (desk = await openDesk('2026-11-20')))
beforeEach(() => desk.clock.set('2026-11-20'))
afterAll(() => desk.close())

const PAGE = '/desk/intake'
const paper = {
  channel: 'registered_mail', arrivedOn: '2026-11-20', mailNumber: '1100 0000 0000 0', signedBy: '本局收发室', applicantKind: 'natural_person', documentType: 'resident_id',
  name: '申请人丙', documentNumber: '11010519491231002X', phone: '000 0000 0001', address: '示例市滨河区江北大道某号', email: '', subject: '视频监控点位', documentRef: '',
  description: '申请公开滨河路地下通道内视频监控的安装点位。', form: 'paper', way: 'post',
}
let keys = 0
const freshKey = () => `window-test-${(keys += 1)}`
const send = (fields: Record<string, string>, username: Username = 'chuangkou') => desk.submit(username, PAGE, { ...paper, key: freshKey(), do: 'print', ...fields })
const cases = async () => (await desk.services.sql<[{ n: number }]>`select count(*)::int as n from case_file`)[0].n
const numberIn = (answer: Response) => /(\d{4}-\d+)/.exec(answer.headers.get('location') ?? '')![1]!
const passOf = (answer: Response) => answer.headers.getSetCookie().find((line) => line.startsWith('zhixi_window='))!.split(';')[0]!
const receiptOf = (number: string, cookie: string, username: Username = 'chuangkou') => desk.get(username, `${PAGE}/receipt/${number}`, { cookie })

describe('录入纸质申请', () => {
  test('the form starts with today, the window and a person; what the receipt will say stands beside it', async () => {
    const html = await (await desk.get('chuangkou', PAGE)).text()
    expect(html).toMatch(/value="2026-11-20"[^>]*name="arrivedOn"/)
    expect(html).toContain('2026年12月18日（周五）')
    expect(html).toMatch(/name="key" value="[0-9a-f-]{36}"/)
  })

  test('only window clerks and the disclosure office register', async () => {
    expect((await desk.get('gongkai', PAGE)).status).toBe(200)
    expect((await desk.get('chengban', PAGE)).status).toBe(403)
    const before = await cases()
    expect((await desk.submit('gongkai', PAGE, { ...paper, key: freshKey() })).status).toBe(303)
    expect(await cases()).toBe(before + 1)
  })

  test('is filed with the facts of its arrival, at the clerk’s own authority', async () => {
    const number = numberIn(await send({}))
    const { row, events } = await loadCase(desk.services.db, desk.who('gongkai'), number)
    const asked = await applicationOf(desk.services.db, row.applicationId)
    expect(row).toMatchObject({ authorityId: 'shiju', channel: 'registered_mail', receivedOn: '2026-11-20', dueOn: '2026-12-18' })
    expect(asked).toMatchObject({ createdBy: 'chuangkou', receipt: { channel: 'registered_mail', arrivedOn: '2026-11-20', mailNumber: '1100 0000 0000 0', signedBy: '本局收发室' } })
    expect(events[0]).toMatchObject({ actorId: 'chuangkou', event: { type: 'application_received' } })
  })

  test('the receipt has number, query code, QR and both dates with their reasons', async () => {
    const answer = await send({})
    const number = numberIn(answer)
    const page = await receiptOf(number, passOf(answer))
    const html = await page.text()
    expect(page.headers.get('cache-control')).toBe('no-store')
    for (const fact of [number, '2026年11月20日（周五）', '机关签收的这天', '条例第三十一条第二项', '2026年12月18日（周五）', '条例第三十三条第二款', '邮件号1100 0000 0000 0', '打印回执', '再录一份', '<svg viewBox']) expect(html).toContain(fact)
    const code = /查询码<\/span><br\/><span class="zx-big-code">([^<]+)</.exec(html)![1]!
    const { row } = await loadCase(desk.services.db, desk.who('gongkai'), number)
    const asked = await applicationOf(desk.services.db, row.applicationId)
    expect(matchesQueryCode(desk.services.keyring, asked.id, code, asked.queryCodeHash)).toBe(true)
    expect(html).not.toContain('11010519491231002X')
  })

  test('paper entered late gets the receipt of its day: nothing on it says that we are late, and no day gone by is announced', async () => {
    const answer = await send({ channel: 'in_person', arrivedOn: '2026-09-01' })
    const number = numberIn(answer)
    const words = wordsOf(await (await receiptOf(number, passOf(answer))).text())
    expect(words).toContain('2026年9月29日（周二）')
    expect(words).not.toMatch(/超期|超过/)
    const [letter] = await desk.services.sql<{ props: Record<string, unknown> }[]>`select l.props from letter l join case_file c on c.id = l.case_id where c.number = ${number} and c.authority_id = 'shiju'`
    expect(letter!.props).toMatchObject({ receivedOn: '2026-09-01', answerBy: '2026-09-29', correctionNoticeBy: null })
    expect(JSON.stringify(letter!.props)).not.toMatch(/超期|超过/)
  })

  test('网上补录 does not claim that the system confirmed at once', async () => {
    const answer = await send({ channel: 'internet', arrivedOn: '2026-11-19' })
    const words = wordsOf(await (await receiptOf(numberIn(answer), passOf(answer))).text())
    expect(words).toContain('网上提交，补录')
    expect(words).not.toContain('自动确认')
  })

  test('paper from before 2019-05-15 cites no 31条', async () => {
    const answer = await send({ channel: 'in_person', arrivedOn: '2019-05-14' })
    expect(await (await receiptOf(numberIn(answer), passOf(answer))).text()).not.toContain('三十一条')
  })

  test('after half an hour, in another browser or for another clerk the code is not shown any more', async () => {
    const answer = await send({})
    const number = numberIn(answer)
    const pass = passOf(answer)
    for (const [cookie, username] of [['', 'chuangkou'], [pass, 'gongkai'], [pass.replace(/.{6}$/, 'AAAAAA'), 'chuangkou']] as const) {
      const html = await (await receiptOf(number, cookie, username)).text()
      expect(html).toContain('这份回执不能再打印了')
    }
    desk.clock.set('2026-11-20T02:30:01.000Z')
    expect(await (await receiptOf(number, pass)).text()).toContain('这份回执不能再打印了')
    desk.clock.set('2026-11-20')
    expect(await (await receiptOf(number, pass)).text()).toContain('查询码')
    expect((await receiptOf(number, pass, 'binhe')).status).not.toBe(200)
  })

  test('存，再录一份 opens an empty form on the same channel and says where the receipt is', async () => {
    const answer = await send({ do: 'again' })
    const number = numberIn(answer)
    const html = await (await desk.get('chuangkou', answer.headers.get('location')!, { cookie: passOf(answer) })).text()
    expect(html).toContain(`/desk/intake/receipt/${number}`)
    expect(html).toMatch(/value="registered_mail" checked/)
    expect(html).not.toContain('申请人丙')
  })
})

describe('what is wrong comes back', () => {
  test('a way that cannot bring the form is 422 at the way', async () => {
    const answer = await send({ form: 'inspection', way: 'post' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toMatch(/href="#f-way"[^>]*>查阅、抄录要到现场/)
    expect(html).toMatch(/途径<\/legend><p class="zx-error" id="f-way-error"/)
  })

  test('a future date is 422 at arrivedOn; everything typed is still there', async () => {
    const before = await cases()
    const answer = await send({ arrivedOn: '2026-11-21' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('href="#f-arrivedOn"')
    expect(html).toContain('2026年11月21日还没有到')
    for (const typed of Object.values({ ...paper, arrivedOn: '2026-11-21' })) expect(html).toContain(typed)
    for (const [name, value] of [['channel', paper.channel], ['applicantKind', paper.applicantKind], ['documentType', paper.documentType], ['form', paper.form], ['way', paper.way]]) {
      expect(html).toMatch(new RegExp(`name="${name}" value="${value}" checked`))
    }
    expect(await cases()).toBe(before)
  })

  test('a mistyped identity number is found by its check digit', async () => {
    const html = await (await send({ documentNumber: '110105194912310021' })).text()
    expect(html).toContain('href="#f-documentNumber"')
    expect(html).toContain('号码不对')
  })

  test('nothing typed can become markup', async () => {
    const html = await (await send({ name: '"><script>x</script>', description: '</textarea><script>y</script>', arrivedOn: '' })).text()
    expect(html).not.toContain('<script>x')
    expect(html).not.toContain('<script>y')
  })
})

describe('twice the same', () => {
  test('pressed twice, one application is registered and both answers show it', async () => {
    const before = await cases()
    const key = freshKey()
    const [one, two] = [await send({ key }), await send({ key })]
    expect(numberIn(one)).toBe(numberIn(two))
    expect(await cases()).toBe(before + 1)
  })

  test('another form sent from the same page is kept and asked about, not silently lost or doubled', async () => {
    const key = freshKey()
    await send({ key })
    const before = await cases()
    const answer = await send({ key, name: '申请人丁' })
    const html = await answer.text()
    expect(answer.status).toBe(409)
    expect(html).toContain('这一页刚才已经登记过一份')
    expect(html).toContain('申请人丁')
    expect(html).not.toContain(`value="${key}"`)
    expect(await cases()).toBe(before)
  })

  test('two different forms are two applications, also by the same person on the same day', async () => {
    const before = await cases()
    await send({})
    await send({})
    expect(await cases()).toBe(before + 2)
  })
})

describe('回执上会写', () => {
  const preview = (fields: Record<string, string>, part = '') => desk.submit('chuangkou', PAGE, { ...paper, ...fields }, { to: `${PAGE}/preview${part}` }).then((answer) => answer.text())

  test('follows channel and dates, with the article', async () => {
    expect(await preview({ arrivedOn: '20261119' })).toContain('2026年12月17日（周四）')
    const lost = await preview({ channel: 'ordinary_mail', arrivedOn: '2026-11-18', confirmedOn: '2026-11-20', contactLost: 'yes' })
    expect(lost).toContain('恢复联系的这天2026年11月20日（周五）就是收到日')
    const late = await preview({ channel: 'ordinary_mail', arrivedOn: '2026-11-18', confirmedOn: '2026-11-20' })
    expect(late).toContain('到达的这天2026年11月18日（周三）就是收到日')
    expect(await preview({ channel: 'in_person', arrivedOn: '2026-10-08' })).toContain('已经超期')
  })

  test('says what is missing instead of guessing', async () => {
    expect(await preview({ arrivedOn: '' })).toContain('现在还算不出来：请填写收到日期')
    expect(await preview({ channel: 'fax' })).toContain('传真要与申请人双方确认')
  })

  test('checks the number of the document as it is typed', async () => {
    expect(await preview({}, '?part=document')).toContain('号码有效')
    expect(await preview({ documentNumber: '110105194912310021' }, '?part=document')).toContain('号码不对')
    expect(await preview({ documentNumber: '' }, '?part=document')).not.toMatch(/号码有效|号码不对/)
    expect(await preview({ applicantKind: 'business', documentNumber: '91350100M000100Y43' }, '?part=document')).toContain('号码有效')
  })

  test('without script the button 算一算 draws the page again with nothing lost and nothing filed', async () => {
    const before = await cases()
    const answer = await send({ do: 'preview', arrivedOn: '2026-11-19', name: '' })
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toContain('2026年12月17日（周四）')
    expect(html).toContain(paper.description)
    expect(await cases()).toBe(before)
  })
})

describe('POST /api/v1/applications by staff', () => {
  const body = {
    applicantKind: 'natural_person', name: '申请人丙', documentType: 'resident_id', documentNumber: '11010519491231002X', phone: '000 0000 0001', address: '示例路8号',
    description: '申请公开清单。', form: 'paper', way: 'post',
  }
  const receipt = { channel: 'in_person', arrivedOn: '2026-09-01' }
  const post = async (more: object) => {
    const answer = await desk.post('chuangkou', '/api/v1/applications', { ...body, ...more })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }

  test('must say how and when it came, and enters for the own authority only', async () => {
    expect(await post({})).toMatchObject({ status: 422, body: { errors: [{ field: 'receipt', message: '录入要写明渠道和收到日期' }] } })
    expect(await post({ receipt, authorityId: 'binhe' })).toMatchObject({ status: 422, body: { errors: [{ field: 'authorityId' }] } })
    expect(await post({ receipt, authorityId: 'shiju' })).toMatchObject({ status: 201, body: { authorityId: 'shiju' } })
  })

  test('answers with the receipt of that day, which does not say that we are late', async () => {
    const { status, body: told } = await post({ receipt })
    expect({ status, dueOn: told['dueOn'] }).toEqual({ status: 201, dueOn: '2026-09-29' })
    expect(JSON.stringify(told['working'])).not.toMatch(/超期|超过/)
  })

  test('a future confirmation is named at the confirmation', async () => {
    const faulty = { channel: 'fax', arrivedOn: '2026-11-19', confirmedOn: '2026-11-21' }
    expect(await post({ receipt: faulty })).toMatchObject({ status: 422, body: { errors: [{ field: 'receipt.confirmedOn' }] } })
  })

  test('nobody files who is not born', async () => {
    expect(await post({ receipt, documentNumber: '00000020990101001X' })).toMatchObject({ status: 422, body: { errors: [{ field: 'documentNumber' }] } })
  })
})
