import { eq } from 'drizzle-orm'
import type { Queryable } from '#platform/db/connect.ts'
import { notFound } from '#platform/errors.ts'
import { application } from './tables/application.table.ts'

export type ApplicationRow = typeof application.$inferSelect

/** What was asked in a case's application. */
export async function applicationOf(tx: Queryable, applicationId: string): Promise<ApplicationRow> {
  const [row] = await tx.select().from(application).where(eq(application.id, applicationId))
  if (!row) throw notFound(`application ${applicationId}`)
  return row
}
