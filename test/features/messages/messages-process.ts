import { writeFile } from 'node:fs/promises'
import { defaultCalendar } from '#law/working-days.ts'
import { createKeyring } from '#platform/crypto/keyring.ts'
import { connect } from '#platform/db/connect.ts'
import { createLog } from '#platform/log.ts'
import { smtpSender } from '#platform/mail/smtp.ts'
import { gatewaySender } from '#platform/sms/gateway.ts'
import { startJobs } from '#src/jobs.ts'
import { fixedClock } from '#test/support/fixed-clock.ts'

/**
 * A jobs process that a test kills: once mail server and gateway have said yes, it never comes to write that down.
 * Arguments: database URL, folder for the files `email` and `sms`, SMTP URL, gateway URL, Redis URL or nothing.
 */
const [databaseUrl = '', folder = '', smtpUrl = '', smsUrl = '', redisUrl] = process.argv.slice(2)
const connection = connect(databaseUrl, 4)
const clock = fixedClock('2026-11-02T01:00:00.000Z')
const mail = smtpSender({ url: smtpUrl, from: 'noreply@example.gov.cn' })
const sms = gatewaySender({ url: smsUrl, keyId: 'office', secret: 'a secret of the office', sign: '示例市公安局', clock })

async function stuck(name: string, sent: Promise<{ ok: boolean }>): Promise<never> {
  if ((await sent).ok) await writeFile(`${folder}/${name}`, '')
  return new Promise(() => {})
}

await startJobs({
  services: {
    db: connection.db, sql: connection.sql, clock, log: createLog(),
    keyring: createKeyring([{ id: 'test', key: new Uint8Array(32).fill(7) }]),
    calendar: defaultCalendar(), publicUrl: 'http://localhost:3000',
  },
  letters: { render: () => Promise.reject(new Error('no letters here')) },
  senders: {
    mail: { send: (one) => stuck('email', mail.send(one)) },
    sms: { send: (one) => stuck('sms', sms.send(one)) },
    quietHours: { from: 0, to: 0 },
  },
  databaseUrl, redisUrl,
  timing: { lock: 1, stalledCheck: 0.5 },
})
