import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { htmlOf } from '#platform/mail/html.ts'
import { smtpSender } from '#platform/mail/smtp.ts'
import { startMailServer, type MailServer } from '#test/support/mail-server.ts'

const FROM = '示例市公安局 <noreply@example.gov.cn>'
const MAIL = { id: '0190a0a0-0000-7000-8000-000000000001', to: 'applicant@example.com', subject: '您的政府信息公开申请2026-0187已经登记', text: '您好：\n\n查看：\nhttps://open.example.gov.cn/status?number=2026-0187' }

describe('a mail server that speaks', () => {
  let server: MailServer
  beforeEach(async () => {
    server = await startMailServer()
  })
  afterEach(() => server.close())
  const sender = () => smtpSender({ url: server.url, from: FROM, limit: 10 })

  test('gets Chinese subject and name, text and HTML with the same words, and no attachment', async () => {
    expect(await sender().send(MAIL)).toEqual({ ok: true, providerId: `<${MAIL.id}@example.gov.cn>` })
    const [mail] = server.received
    expect(mail).toMatchObject({ from: 'noreply@example.gov.cn', to: ['applicant@example.com'] })
    expect(mail!.headers).toMatchObject({ subject: MAIL.subject, 'message-id': `<${MAIL.id}@example.gov.cn>`, 'auto-submitted': 'auto-generated' })
    expect(mail!.headers['from']).toMatch(/^"?示例市公安局"? <noreply@example\.gov\.cn>$/)
    expect(mail!.text.trim()).toBe(MAIL.text)
    expect(mail!.raw).toContain('text/html')
    expect(mail!.raw).not.toMatch(/attachment/i)
  })

  test('gets the same Message-ID each time the same mail is sent', async () => {
    await sender().send(MAIL)
    await sender().send(MAIL)
    const ids = server.received.map(({ headers }) => headers['message-id'])
    expect(ids[0]).toBe(ids[1])
  })

  test('finds no header of its own in subject, name and recipient with line breaks', async () => {
    const breaking = 'x\r\nBcc: other@example.com\n\nbody'
    await smtpSender({ url: server.url, from: `"${breaking}" <noreply@example.gov.cn>`, limit: 10 }).send({ ...MAIL, subject: breaking })
    expect(server.received[0]).toMatchObject({ to: ['applicant@example.com'] })
    expect(Object.keys(server.received[0]!.headers)).not.toContain('bcc')
    expect(await sender().send({ ...MAIL, to: `applicant@example.com\r\nBcc: other@example.com` })).toMatchObject({ ok: false })
    expect(server.received.flatMap(({ to }) => to)).not.toContain('other@example.com')
  })

  test('that refuses for now is worth another try, for good is not; its words, which quote addresses, are not kept', async () => {
    server.answers.push(451, 550)
    expect(await sender().send(MAIL)).toEqual({ ok: false, permanent: false, failure: 'SMTP EMESSAGE 451' })
    expect(await sender().send(MAIL)).toEqual({ ok: false, permanent: true, failure: 'SMTP EMESSAGE 550' })
    expect(await sender().send(MAIL)).toMatchObject({ ok: true })
  })

  test('without STARTTLS gets nothing, unless the settings say that the line is trusted', async () => {
    const strict = smtpSender({ url: server.url.replace('?tls=off', ''), from: FROM, limit: 10 })
    expect(await strict.send(MAIL)).toMatchObject({ ok: false, permanent: false })
    expect(server.received).toEqual([])
  })
})

test('a recipient that the server does not know is refused for good', async () => {
  const server = await startMailServer({ onRcptTo: (_address, _session, done) => done(Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 })) })
  const sent = await smtpSender({ url: server.url, from: FROM, limit: 10 }).send(MAIL)
  expect(sent).toEqual({ ok: false, permanent: true, failure: 'SMTP EENVELOPE 550 5.1.1' })
  await server.close()
})

test('wrong sign-in at the mail server may be mended, so it is tried again', async () => {
  const server = await startMailServer({ authOptional: false, allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(null, {}) })
  const sent = await smtpSender({ url: server.url.replace('smtp://', 'smtp://user:wrong@'), from: FROM, limit: 10 }).send(MAIL)
  expect(sent).toMatchObject({ ok: false, permanent: false, failure: expect.stringMatching(/^SMTP EAUTH/) })
  await server.close()
})

test('nobody at the port, or somebody who says nothing, ends in a failure that may pass', async () => {
  const silent = createServer()
  await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready))
  const { port } = silent.address() as { port: number }
  expect(await smtpSender({ url: `smtp://127.0.0.1:${port}?tls=off`, from: FROM, limit: 0.6 }).send(MAIL)).toMatchObject({ ok: false, permanent: false })
  await new Promise((done) => silent.close(done))
  expect(await smtpSender({ url: `smtp://127.0.0.1:${port}?tls=off`, from: FROM, limit: 5 }).send(MAIL)).toEqual({ ok: false, permanent: false, failure: 'SMTP ESOCKET' })
})

test('the HTML part escapes what it is given and links addresses whole', () => {
  expect(htmlOf('<b>&"\n\nhttp://localhost:3000/status?number=2026-0187&x=1。好')).toContain(
    '<p>&lt;b&gt;&amp;&quot;</p><p><a href="http://localhost:3000/status?number=2026-0187&amp;x=1">http://localhost:3000/status?number=2026-0187&amp;x=1</a>。好</p>',
  )
})
