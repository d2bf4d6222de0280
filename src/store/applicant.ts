import { eq } from 'drizzle-orm'
import type { DocumentType } from '#case/words.ts'
import { toHex } from '#platform/crypto/digest.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import { maskEmail, maskMiddle } from '#platform/crypto/mask.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { notFound } from '#platform/errors.ts'
import type { Ctx } from './context.ts'
import { applicant, application } from './tables/application.table.ts'

/** Who files for the applicant (代理). */
export interface Agent {
  readonly name: string
  readonly documentType: DocumentType
  readonly documentNumber: string
  readonly phone: string
}

/** What is sealed at rest. Null: not given. */
export interface Personal {
  readonly documentNumber: string
  readonly contactName: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
  readonly postcode: string | null
  /** Null: the applicant files himself. */
  readonly agent: Agent | null
}

/** As it is handed in; without `agent` nobody acts for the applicant. */
export type PersonalInput = Omit<Personal, 'agent'> & { readonly agent?: Agent | null }

export type ApplicantRow = typeof applicant.$inferSelect

/** Seals personal data into a new applicant row; the digest may stand in an event. */
export function sealPersonal(ctx: Ctx, applicantId: string, documentType: DocumentType, personal: PersonalInput) {
  const text = JSON.stringify({ ...personal, agent: personal.agent ?? null })
  const sealed = ctx.keyring.seal(text, `applicant/${applicantId}`)
  return {
    columns: {
      documentHash: ctx.keyring.hash(`${documentType}:${personal.documentNumber}`, 'document'),
      personal: sealed.bytes,
      keyId: sealed.keyId,
    },
    digest: toHex(ctx.keyring.hash(`${applicantId}:${text}`, 'personal')),
  }
}

/** The applicant of an application. */
export async function personalOf(tx: Queryable, applicationId: string): Promise<ApplicantRow> {
  const [row] = await tx
    .select({ applicant })
    .from(application)
    .innerJoin(applicant, eq(applicant.id, application.applicantId))
    .where(eq(application.id, applicationId))
  if (!row) throw notFound(`application ${applicationId}`)
  return row.applicant
}

/** Opens the sealed data; null after it has been erased. */
export function openPersonal(keyring: Keyring, row: ApplicantRow): Personal | null {
  if (!row.personal || !row.keyId) return null
  const stored = JSON.parse(keyring.open({ bytes: row.personal, keyId: row.keyId }, `applicant/${row.id}`)) as PersonalInput
  // Rows from before agents were asked for have no such field.
  return { ...stored, agent: stored.agent ?? null }
}

/** The same with every value masked, for pages. */
export function maskedPersonal(keyring: Keyring, row: ApplicantRow): Personal | null {
  const personal = openPersonal(keyring, row)
  if (!personal) return null
  const mask = (text: string | null) => (text === null ? null : maskMiddle(text))
  return {
    documentNumber: maskMiddle(personal.documentNumber),
    contactName: personal.contactName,
    phone: mask(personal.phone),
    email: personal.email === null ? null : maskEmail(personal.email),
    address: mask(personal.address),
    postcode: personal.postcode,
    agent: personal.agent && { ...personal.agent, documentNumber: maskMiddle(personal.agent.documentNumber), phone: maskMiddle(personal.agent.phone) },
  }
}
