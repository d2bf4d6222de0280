import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CLAIM_SECONDS } from '#features/messages/send-message.handler.ts'
import { smtpSender } from '#platform/mail/smtp.ts'
import { gatewaySender } from '#platform/sms/gateway.ts'
import { startJobs } from '#src/jobs.ts'
import { eventually } from '#test/support/eventually.ts'
import { startMailServer, type MailServer } from '#test/support/mail-server.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { QUEUE_BACKENDS, type RunningBackend } from '#test/support/queue-backends.ts'
import { startSmsServer, type SmsServer } from '#test/support/sms-server.ts'
import { CONTACT, messageWorld, type MessageWorld } from './world.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

for (const backend of QUEUE_BACKENDS) {
  describe.skipIf(backend.missing)(`messages through ${backend.title}`, { timeout: 150_000 }, () => {
    let database: FreshDatabase
    let queue: RunningBackend
    let world: MessageWorld
    let mails: MailServer
    let gateway: SmsServer
    let folder: string
    const running: { stop(): Promise<void> }[] = []
    beforeEach(async () => {
      database = await freshDatabase()
      queue = await backend.start(database.url)
      world = await messageWorld(database.url)
      mails = await startMailServer()
      gateway = await startSmsServer()
      folder = await mkdtemp(join(tmpdir(), 'zhixi-test-messages-'))
    })
    afterEach(async () => {
      await Promise.all(running.splice(0).map((jobs) => jobs.stop()))
      await mails.close()
      await gateway.close()
      await world.close()
      await queue.stop()
      await database.drop()
      await rm(folder, { recursive: true })
    })

    const start = async () => {
      const jobs = await startJobs({
        services: world.services,
        letters: { render: () => Promise.reject(new Error('no letters here')) },
        senders: {
          mail: smtpSender({ url: mails.url, from: 'noreply@example.gov.cn' }),
          sms: gatewaySender({ url: gateway.url, keyId: gateway.keyId, secret: gateway.secret, sign: '示例市公安局', clock: world.services.clock }),
          quietHours: { from: 0, to: 0 },
        },
        databaseUrl: queue.databaseUrl, redisUrl: queue.redisUrl,
        timing: { lock: 1, stalledCheck: 0.5, backoff: 0.2 },
      })
      running.push(jobs)
    }
    const states = async () => (await world.rows()).map(({ channel, state, attempts }) => [channel, state, attempts])

    test('a first refusal is tried again by the queue and each message arrives once', async () => {
      mails.answers.push(451)
      gateway.answers.push(503)
      await start()
      await world.tell(await world.caseOf())
      await eventually(async () => expect(await states()).toEqual([['email', 'sent', 2], ['sms', 'sent', 2]]), { timeoutMs: 60_000 })
      expect(mails.received.map(({ to }) => to)).toEqual([[CONTACT.email]])
      expect(gateway.received).toHaveLength(1)
      expect(await world.services.sql`select 1 from outbox where done_at is null`).toHaveLength(0)
    })

    test('a process killed between the servers’ yes and its own commit: the mail comes again under its Message-ID, the SMS under its key, so once', async () => {
      await world.tell(await world.caseOf())
      const given = [database.url, folder, mails.url, gateway.url, ...(queue.redisUrl ? [queue.redisUrl] : [])]
      const child = spawn(process.execPath, ['--import', 'tsx', 'test/features/messages/messages-process.ts', ...given], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
      const ended = once(child, 'exit')
      await eventually(() => existsSync(join(folder, 'email')) && existsSync(join(folder, 'sms')), { timeoutMs: 60_000 })
      child.kill('SIGKILL')
      await ended
      expect(await states()).toEqual([['email', 'sending', 1], ['sms', 'sending', 1]])

      world.pass(CLAIM_SECONDS)
      await start()
      await eventually(async () => expect(await states()).toEqual([['email', 'sent', 2], ['sms', 'sent', 2]]), { timeoutMs: 60_000 })
      expect(mails.received).toHaveLength(2)
      expect(new Set(mails.received.map(({ headers }) => headers['message-id'])).size).toBe(1)
      expect(gateway.requests).toHaveLength(2)
      expect(gateway.received).toHaveLength(1)
      expect(await world.services.sql`select 1 from outbox where done_at is null`).toHaveLength(0)
    })
  })
}
