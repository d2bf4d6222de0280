import { ROLES } from '#case/roles.ts'
import type { Config } from '#platform/config.ts'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { sendMessageJob } from '#features/messages/send-message.job.ts'
import { tellApplicantJob } from '#features/messages/tell-applicant.job.ts'
import type { Services } from '#store/context.ts'
import { runOutboxRow } from '#store/outbox-run.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { letter, outbox } from '#store/tables/letter.table.ts'
import { jobHandlers } from '../jobs.ts'
import { listAuthorities } from '#store/authority.ts'
import type { LetterRenderer } from '#platform/letters/renderer.ts'
import type { DemoAccounts } from './console.ts'
import { AUTHORITIES, DEMO_PASSWORD, PEOPLE } from './demo/people.ts'
import { demoIsWanting, seedDemo } from './demo/seed.ts'
import type { Runtime } from './runtime.ts'

/**
 * Fills an empty embedded database with the demonstration (ZHIXI_DEMO=true forces it for an external one, false forbids it).
 * Returns how to sign in while the demonstration is what runs.
 */
export async function ensureSeed(runtime: Runtime, config: Config, letters: LetterRenderer): Promise<DemoAccounts | null> {
  if (!(config.ZHIXI_DEMO ?? !runtime.external)) return null
  const { db } = runtime.services
  if (await demoIsWanting(db)) {
    console.log('第一次启动：正在填入示例机关和案件……')
    await seedDemo(runtime.services, (services, number) => carryOut(services, letters, number))
    await keepMessages(runtime.services, letters)
  }
  if ((await listAuthorities(db))[0]?.id !== AUTHORITIES[0]!.id) return null
  return {
    password: DEMO_PASSWORD,
    people: PEOPLE.map(({ username, name, roles }) => ({ username, name, roles: roles.map((role) => ROLES[role]).join('、') })),
  }
}

/** Runs the waiting letter jobs of one case. */
async function carryOut(services: Services, letters: LetterRenderer, number: string): Promise<void> {
  const rows = await services.db
    .select({ id: outbox.id })
    .from(outbox)
    .innerJoin(letter, eq(sql`${letter.id}::text`, sql`${outbox.payload} ->> 'letterId'`))
    .innerJoin(caseFile, eq(caseFile.id, letter.caseId))
    .where(and(eq(caseFile.number, number), isNull(outbox.doneAt)))
    .orderBy(asc(outbox.id))
  for (const { id } of rows) await runOutboxRow(services, jobHandlers({ letters }), id)
}

/** The messages of the demonstration go to the outbox page alone, whatever is connected: nobody reads at its addresses. */
async function keepMessages(services: Services, letters: LetterRenderer): Promise<void> {
  const told = and(isNull(outbox.doneAt), inArray(outbox.job, [tellApplicantJob.name, sendMessageJob.name]))
  const waiting = () => services.db.select({ id: outbox.id }).from(outbox).where(told).orderBy(asc(outbox.id))
  for (let rows = await waiting(); rows.length > 0; rows = await waiting()) {
    for (const { id } of rows) await runOutboxRow(services, jobHandlers({ letters }), id)
  }
}
