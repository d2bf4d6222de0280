import * as z from 'zod'
import { documentFault, normalizeDocumentNumber } from '#case/identity/document.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { FieldError } from '#platform/errors.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { sha256Hex } from '#platform/crypto/digest.ts'
import { parse } from '#platform/validation/parse.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import type { Typed } from './draft-store.ts'
import {
  AGENT_KEYS, agentFields, checkContact, CheckedApplication, checkNamedAgent, checkPeriod, checkWay, checkWho, contactFields, howFields, periodFields, whatFields,
  whoFields, type FileApplication,
} from './file-application.schema.ts'
import { withPeriod } from './period.ts'

/** The four steps that ask something; the fifth is 核对提交. */
export const STEPS = {
  who: { title: '您是谁', fields: ['authorityId', 'applicantKind', 'name', 'documentType', 'documentNumber', 'forWhom', 'agentName', 'agentDocumentType', 'agentDocumentNumber', 'agentPhone'] },
  contact: { title: '联系方式', fields: ['contactName', 'phone', 'email', 'address', 'postcode'] },
  what: { title: '需要什么信息', fields: ['subject', 'documentRef', 'description', 'periodFrom', 'periodTo'] },
  how: { title: '怎么给您', fields: ['form', 'way', 'email', 'address'] },
} as const

export type StepKey = keyof typeof STEPS
export const STEP_KEYS = Object.keys(STEPS) as readonly StepKey[]
export const STEP_TITLES: readonly string[] = [...STEP_KEYS.map((key) => STEPS[key].title), '核对提交']

export function isStep(text: string): text is StepKey {
  return Object.hasOwn(STEPS, text)
}

const anything = z.any()
const AGENT = z.object({ ...agentFields, documentNumber: whoFields.documentNumber.catch('') }).superRefine(checkNamedAgent)

/** Fields first, then what ties them together, so that one look names everything there is to mend. */
const SCHEMAS: Record<StepKey, readonly z.ZodType[]> = {
  who: [z.object(whoFields), z.object({ ...whoFields, name: anything }).superRefine(checkWho as never)],
  contact: [z.object(contactFields).superRefine(checkContact)],
  what: [z.object(whatFields), z.object(periodFields).superRefine(checkPeriod)],
  how: [
    z.object({ ...howFields, email: contactFields.email, address: contactFields.address }),
    z.object({ form: howFields.form.optional().catch(undefined), way: howFields.way, email: contactFields.email, address: contactFields.address }).superRefine(checkWay),
  ],
}

/** What is wrong in one step, in the order of its fields; empty when nothing is. */
export function faultsOf(key: StepKey, values: Typed, authorities: readonly Authority[], today: CivilDate): readonly FieldError[] {
  const fields: readonly string[] = STEPS[key].fields
  const typed = Object.fromEntries(fields.map((field) => [field, values[field] ?? '']))
  const schemas = key === 'who' && actsForAnother(values) ? [...SCHEMAS.who, AGENT] : SCHEMAS[key]
  const found = schemas.flatMap((schema) => {
    const parsed = parse(schema, typed)
    return parsed.ok ? [] : parsed.errors
  })
  if (key === 'who' && chosenAuthority(values, authorities) === null) found.push({ field: 'authorityId', message: '请选择向哪个机关申请' })
  if (key === 'who') found.push(...birthFaults(values, today))
  const first = (field: string) => found.find((fault) => fault.field === field)
  return fields.flatMap((field) => first(field) ?? [])
}

/** Residents' numbers name a birthday, which must have come. */
function birthFaults(values: Typed, today: CivilDate): readonly FieldError[] {
  const numbers = [['documentType', 'documentNumber'], ...(actsForAnother(values) ? [['agentDocumentType', 'agentDocumentNumber']] : [])] as const
  return numbers.flatMap(([type, field]) => {
    const message = values[type!] === 'resident_id' ? documentFault('resident_id', normalizeDocumentNumber(values[field!] ?? ''), today) : null
    return message === null ? [] : [{ field: field!, message }]
  })
}

/** 代别人申请: what was typed of an agent counts only then. */
export function actsForAnother(values: Typed): boolean {
  return values['forWhom'] === 'other'
}

/** The first step that is not in order; null when the application is complete. */
export function firstOpenStep(values: Typed, authorities: readonly Authority[], today: CivilDate): StepKey | null {
  return STEP_KEYS.find((key) => faultsOf(key, values, authorities, today).length > 0) ?? null
}

/** Where there is only one authority nothing is asked. */
export function chosenAuthority(values: Typed, authorities: readonly Authority[]): Authority | null {
  if (authorities.length === 1) return authorities[0]!
  return authorities.find(({ id }) => id === values['authorityId']) ?? null
}

/** The answers of all steps as one application. Call it once {@link firstOpenStep} has found nothing. */
export function applicationIn(values: Typed): FileApplication {
  const fields = new Set(STEP_KEYS.flatMap((key): readonly string[] => STEPS[key].fields))
  for (const field of ['authorityId', 'forWhom', ...(actsForAnother(values) ? [] : AGENT_KEYS)]) fields.delete(field)
  return withPeriod(CheckedApplication.parse(Object.fromEntries(Object.entries(values).filter(([field]) => fields.has(field)))))
}

/** The same for the same answers: what the check page showed is what is filed, and it is filed once. */
export function submissionKey(draftName: string, values: Typed, paperIds: readonly string[] = []): string {
  return sha256Hex(canonicalJson([draftName, values, paperIds])).slice(0, 43)
}
