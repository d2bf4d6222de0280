import { SYSTEM } from '#case/actor.ts'
import { tellApplicant, type Senders, type Telling } from '#features/messages/index.ts'
import { messageHandlers } from '#features/messages/messages.handler.ts'
import { contextFor } from '#store/context.ts'
import { runOutboxRow, type JobHandlers } from '#store/outbox-run.ts'
import { letterWorld, type LetterWorld } from '#test/support/letter-world.ts'

export const CONTACT = { email: 'only.this.person@example.com', phone: '138 0000 7391' }

/** Shapes of a message row that tests look at. */
export interface Row {
  readonly id: string
  readonly channel: string
  readonly state: string
  readonly attempts: number
  readonly failure: string | null
  readonly failed_tries: { at: string; failure: string }[]
  readonly provider_id: string | null
  readonly not_before: string | null
  readonly text: string
  readonly subject: string | null
  readonly recipient_masked: string
}

export interface MessageWorld extends LetterWorld {
  /** A case whose applicant can be reached so. */
  caseOf(contact?: { email?: string | null; phone?: string | null }): Promise<string>
  tell(caseId: string, telling?: Partial<Telling>): Promise<void>
  /** Does what waits in the outbox, until a job fails or nothing is left. */
  work(senders: Partial<Senders>): Promise<void>
  /** One job of a message, to its end or to its failure. */
  send(senders: Partial<Senders>): Promise<'done' | 'failed'>
  rows(): Promise<Row[]>
  handlers(senders: Partial<Senders>): JobHandlers
}

/** Cases on a database of a test, with a clock that the test moves; it begins at 09:00 in Shanghai. */
export async function messageWorld(databaseUrl: string): Promise<MessageWorld> {
  const world = await letterWorld(databaseUrl)
  const { services } = world
  let filed = 0
  const handlers = (senders: Partial<Senders>): JobHandlers => new Map(messageHandlers({ mail: null, sms: null, quietHours: { from: 21 * 60, to: 8 * 60 }, ...senders }))
  const open = (job?: string) => services.sql<{ id: string }[]>`select id from outbox where done_at is null and (job = ${job ?? ''} or (${job === undefined} and job in ('tell-applicant', 'send-message'))) order by id`
  return {
    ...world,
    handlers,
    async caseOf({ email = CONTACT.email, phone = CONTACT.phone } = {}) {
      filed += 1
      const caseId = await world.openCase(`2026-${String(filed).padStart(4, '0')}`)
      const [row] = await services.sql<{ id: string }[]>`select applicant_id as id from application join case_file on application_id = application.id where case_file.id = ${caseId}`
      const personal = JSON.stringify({ documentNumber: '000000190001010009', contactName: null, phone, email, address: null, postcode: null })
      const sealed = services.keyring.seal(personal, `applicant/${row!.id}`)
      await services.sql`update applicant set personal = ${sealed.bytes}, key_id = ${sealed.keyId} where id = ${row!.id}`
      return caseId
    },
    tell: (caseId, telling = {}) => services.db.transaction((tx) => tellApplicant(tx, contextFor(services, SYSTEM), { caseId, occasion: 'receipt', ...telling })),
    async work(senders) {
      for (let rows = await open(); rows.length > 0; rows = await open()) {
        for (const { id } of rows) await runOutboxRow(services, handlers(senders), Number(id))
      }
    },
    async send(senders) {
      const [row] = await open('send-message')
      return runOutboxRow(services, handlers(senders), Number(row!.id)).then(() => 'done' as const, () => 'failed' as const)
    },
    rows: async () => [...(await services.sql<Row[]>`select * from message order by channel, id`)],
  }
}
