import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SYSTEM } from '#case/actor.ts'
import { civilDate } from '#law/civil-date.ts'
import { CLAIM_SECONDS, MOST_ATTEMPTS } from '#features/messages/send-message.handler.ts'
import { messagesAfterQuietHours, messagesWithoutJob, tellApplicant } from '#features/messages/index.ts'
import { smtpSender } from '#platform/mail/smtp.ts'
import { gatewaySender } from '#platform/sms/gateway.ts'
import { contextFor } from '#store/context.ts'
import { runSweep } from '#store/outbox-sweep.ts'
import { runOutboxRow } from '#store/outbox-run.ts'
import { startMailServer, type MailServer } from '#test/support/mail-server.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { startSmsServer, type SmsServer } from '#test/support/sms-server.ts'
import { CONTACT, messageWorld, type MessageWorld } from './world.ts'

let database: FreshDatabase
let world: MessageWorld
let mails: MailServer
let gateway: SmsServer
beforeEach(async () => {
  database = await freshDatabase()
  world = await messageWorld(database.url)
  mails = await startMailServer()
  gateway = await startSmsServer()
})
afterEach(async () => {
  await mails.close()
  await gateway.close()
  await world.close()
  await database.drop()
})
const mail = (limit = 10) => smtpSender({ url: mails.url, from: '示例市公安局 <noreply@example.gov.cn>', limit })
const sms = () => gatewaySender({ url: gateway.url, keyId: gateway.keyId, secret: gateway.secret, sign: '示例市公安局', clock: world.services.clock })
const both = () => ({ mail: mail(), sms: sms() })
const sweep = async () => (await runSweep(world.services, [messagesAfterQuietHours, messagesWithoutJob])).flatMap(({ found }) => found)

describe('ways', () => {
  test('by e-mail and by SMS where both were given; the rows say to whom only masked', async () => {
    await world.tell(await world.caseOf(), { facts: { dueOn: civilDate('2026-11-30') } })
    await world.work(both())
    expect(mails.received).toMatchObject([{ to: [CONTACT.email], headers: { subject: '您的政府信息公开申请2026-0001已经登记' } }])
    expect(mails.received[0]!.text).toContain('最晚2026年11月30日答复')
    expect(gateway.received).toMatchObject([{ to: '13800007391', text: '申请2026-0001已登记，最晚11月30日答复。 http://localhost:3000/status' }])
    expect(await world.rows()).toMatchObject([
      { channel: 'email', state: 'sent', attempts: 1, recipient_masked: 'o***@example.com', provider_id: mails.received[0]!.headers['message-id'] },
      { channel: 'sms', state: 'sent', attempts: 1, recipient_masked: '13*******91', provider_id: 'gateway-1' },
    ])
  })

  test.each([
    ['a landline', { phone: '010-8000 0001' }, ['email']],
    ['a mobile with country code', { email: null, phone: '+86 138-0000-7391' }, ['sms']],
    ['a mobile of another place', { phone: '+852 9123 4567' }, ['email']],
    ['nothing but an address', { email: null, phone: null }, []],
  ])('with %s the ways are its', async (_, contact, channels) => {
    await world.tell(await world.caseOf(contact))
    await world.work(both())
    expect((await world.rows()).map(({ channel, state }) => [channel, state])).toEqual(channels.map((channel) => [channel, 'sent']))
  })

  test('without mail server and gateway the words stay on the outbox page', async () => {
    await world.tell(await world.caseOf())
    await world.work({})
    expect(await world.rows()).toMatchObject([{ state: 'unconfigured', attempts: 0 }, { state: 'unconfigured', attempts: 0 }])
  })

  test('what was told in a transaction that rolled back is told to nobody', async () => {
    const caseId = await world.caseOf()
    const failing = world.services.db.transaction(async (tx) => {
      await tellApplicant(tx, contextFor(world.services, SYSTEM), { caseId, occasion: 'receipt' })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await world.work(both())
    expect(await world.rows()).toEqual([])
  })
})

describe('once', () => {
  test('jobs that are delivered again and at the same time send one mail and one SMS', async () => {
    await world.tell(await world.caseOf())
    const run = (ids: readonly { id: string }[]) => Promise.allSettled(ids.flatMap(({ id }) => [1, 2, 3].map(() => runOutboxRow(world.services, world.handlers(both()), Number(id)))))
    const open = () => world.services.sql<{ id: string }[]>`select id from outbox where job in ('tell-applicant', 'send-message')`
    await run(await open())
    await run(await open())
    await run(await open())
    expect(mails.received).toHaveLength(1)
    expect(gateway.requests).toHaveLength(1)
    expect(await world.rows()).toMatchObject([{ state: 'sent', attempts: 1 }, { state: 'sent', attempts: 1 }])
  })

  test('a message that a process has claimed is left to it for two minutes, then taken to be lost and sent under its Message-ID', async () => {
    await world.tell(await world.caseOf({ phone: null }))
    await compose()
    const claimed = world.services.clock.now()
    await world.services.sql`update message set claimed_at = ${claimed}, attempts = 1`
    world.pass(CLAIM_SECONDS - 1)
    expect(await world.send(both())).toBe('failed')
    expect(mails.received).toEqual([])
    world.pass(1)
    expect(await world.send(both())).toBe('done')
    const [row] = await world.rows()
    expect(row).toMatchObject({ state: 'sent', attempts: 2 })
    expect(mails.received[0]!.headers['message-id']).toBe(`<${row!.id}@example.gov.cn>`)
  })
})

describe('what fails', () => {
  test('for now is written down and tried again by the queue, then sent', async () => {
    mails.answers.push(451)
    await world.tell(await world.caseOf({ phone: null }))
    await compose()
    expect(await world.send(both())).toBe('failed')
    expect(await world.rows()).toMatchObject([{ state: 'sending', attempts: 1, failure: 'SMTP EMESSAGE 451' }])
    expect(await world.send(both())).toBe('done')
    expect(await world.rows()).toMatchObject([{ state: 'sent', attempts: 2, failure: null, failed_tries: [{ failure: 'SMTP EMESSAGE 451' }] }])
    expect(mails.received).toHaveLength(1)
  })

  test('for good is not tried again', async () => {
    mails.answers.push(550)
    gateway.answers.push(400)
    await world.tell(await world.caseOf())
    await world.work(both())
    expect(await world.rows()).toMatchObject([{ state: 'failed', failure: 'SMTP EMESSAGE 550' }, { state: 'failed', failure: 'SMS HTTP 400' }])
    expect(mails.received).toEqual([])
  })

  test('one way does not hold up the other', async () => {
    await mails.close()
    await world.tell(await world.caseOf())
    await compose()
    expect([await world.send(both()), await world.services.sql`select id from outbox where job = 'send-message' and done_at is null`.then((rows) => runOutboxRow(world.services, world.handlers(both()), Number(rows[1]!['id'])))]).toEqual(['failed', undefined])
    expect(await world.rows()).toMatchObject([{ channel: 'email', state: 'sending', failure: 'SMTP ESOCKET' }, { channel: 'sms', state: 'sent' }])
    mails = await startMailServer()
  })

  test('again and again is given up at the limit and seen as failed', async () => {
    await world.tell(await world.caseOf({ phone: null }))
    await compose()
    for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt += 1) {
      mails.answers.push(421)
      expect(await world.send(both()), `attempt ${attempt}`).toBe('failed')
    }
    mails.answers.push(421)
    expect(await world.send(both())).toBe('done')
    const [row] = await world.rows()
    expect(row).toMatchObject({ state: 'failed', attempts: MOST_ATTEMPTS })
    expect(row!.failed_tries).toHaveLength(MOST_ATTEMPTS)
  })
})

describe('quiet hours', () => {
  /** 2 November 2026, from the nine o'clock at which the world begins. */
  const at = (hour: number, minute = 0) => world.pass((hour - 9) * 3600 + minute * 60)

  test('who files at half past nine in the evening gets the e-mail at once and the SMS at eight', async () => {
    at(21, 30)
    await world.tell(await world.caseOf())
    await world.work(both())
    expect(mails.received).toHaveLength(1)
    expect(await world.rows()).toMatchObject([{ state: 'sent' }, { state: 'waiting_quiet_hours', attempts: 0, not_before: '2026-11-03T00:00:00.000Z' }])
    world.pass(10.5 * 3600 - 1)
    expect(await sweep()).toEqual([])
    world.pass(1)
    expect(await sweep()).toHaveLength(1)
    expect(await sweep()).toEqual([])
    await world.work(both())
    expect(gateway.received).toHaveLength(1)
    expect(await world.rows()).toMatchObject([{}, { state: 'sent', attempts: 1, not_before: null }])
  })

  test('two sweeps at once order one SMS', async () => {
    at(23)
    await world.tell(await world.caseOf())
    await world.work(both())
    world.pass(9 * 3600)
    await Promise.all([sweep(), sweep(), sweep()])
    await world.work(both())
    expect(gateway.requests).toHaveLength(1)
  })

  test('an SMS that failed at one minute to nine waits for the morning too', async () => {
    at(20, 59)
    gateway.answers.push(503)
    await world.tell(await world.caseOf({ email: null }))
    await compose()
    expect(await world.send(both())).toBe('failed')
    world.pass(60)
    expect(await world.send(both())).toBe('done')
    expect(gateway.requests).toHaveLength(1)
    expect(await world.rows()).toMatchObject([{ state: 'waiting_quiet_hours', attempts: 1 }])
  })
})

describe('personal data', () => {
  test('stands neither in logs, nor in the outbox, nor readable in the rows, also after failures', async () => {
    mails.answers.push(451, 550)
    gateway.answers.push(500, 400)
    await world.tell(await world.caseOf(), { occasion: 'correction', facts: { respondBy: civilDate('2026-11-20') } })
    await compose()
    for (let tries = 0; tries < 4; tries += 1) await world.work(both()).catch(() => {})
    expect(await world.rows()).toMatchObject([{ state: 'failed' }, { state: 'failed' }])
    const kept = JSON.stringify([world.said, await world.services.sql`select * from outbox`, await world.services.sql`select message.*, encode(recipient, 'escape') as bytes from message`])
    for (const secret of [CONTACT.email, 'only.this', '13800007391', '申请人甲', '000000190001010009', 'somebody@example.com']) expect(kept).not.toContain(secret)
    expect(world.said.length).toBeGreaterThan(1)
  })

  test('that was erased before the message was written leaves nothing to tell; erased before it was sent, the address goes too', async () => {
    const [first, second] = [await world.caseOf(), await world.caseOf()]
    const erase = () => world.services.sql`update applicant set personal = null, key_id = null, document_hash = null, erased_at = now()`
    await world.tell(first)
    await compose()
    await erase()
    await world.tell(second)
    await world.work(both())
    expect(mails.received).toEqual([])
    expect(gateway.requests).toEqual([])
    expect(await world.services.sql`select case_id, state, failure, recipient, key_id, recipient_masked from message`).toEqual(
      [1, 2].map(() => ({ case_id: first, state: 'failed', failure: 'erased', recipient: null, key_id: null, recipient_masked: '' })),
    )
  })
})

test('a message whose job was lost gets another one', async () => {
  await world.tell(await world.caseOf({ phone: null }))
  await compose()
  await world.services.sql`delete from outbox where job = 'send-message'`
  world.pass(599)
  expect(await sweep()).toEqual([])
  world.pass(1)
  expect(await sweep()).toHaveLength(1)
  expect(await sweep()).toEqual([])
  await world.work(both())
  expect(mails.received).toHaveLength(1)
})

/** Writes the messages without sending them. */
async function compose(): Promise<void> {
  const rows = await world.services.sql<{ id: string }[]>`select id from outbox where job = 'tell-applicant' and done_at is null`
  for (const { id } of rows) await runOutboxRow(world.services, world.handlers({}), Number(id))
}
