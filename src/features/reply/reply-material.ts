import type { DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import type { Outcome } from '#case/outcome.ts'
import { requestOf } from '#case/request.ts'
import { supplementsOf } from '#features/correction/index.ts'
import { formatDate } from '#law/civil-date.ts'
import { refuse } from '#law/refusal.ts'
import type { Queryable } from '#platform/db/connect.ts'
import type { LetterRenderer } from '#platform/letters/renderer.ts'
import { applicationOf, type ApplicationRow } from '#store/application.ts'
import { findAuthority } from '#store/authority.ts'
import type { LoadedCase } from '#store/case-store.ts'
import type { StaffCtx } from '#store/context.ts'
import type { DraftParts } from './draft.schema.ts'
import { readDraft } from './drafts.ts'
import { gateOf, type Gate } from './gate.ts'
import { letterOf, type ReplyLetter } from './letter-of.ts'
import { replyProps, type Decided, type ReplySource } from './reply-props.ts'

/** Everything a reply is made of but the drafter's words and the signature. */
export interface ReplyMaterial {
  readonly source: Omit<ReplySource, 'parts' | 'signed'>
  readonly asked: ApplicationRow
  /** What is asked, with the corrections that count. */
  readonly request: string
  readonly letter: ReplyLetter
}

/** Reads what the reply of a case is made of; refused while nothing is decided. */
export async function replyMaterial(tx: Queryable, ctx: StaffCtx, loaded: LoadedCase): Promise<Outcome<ReplyMaterial>> {
  const { row, state } = loaded
  if (!state.decision) return refuse('reply/no-decision', '还没有定处理决定，定了以后才能拟稿')
  const [authority, asked] = await Promise.all([findAuthority(tx, row.authorityId), applicationOf(tx, row.applicationId)])
  if (!authority) throw new Error(`case ${row.id}: its authority is missing`)
  const letter = letterOf(state.decision.code as DecisionCode)
  const source = {
    authority, row, state: state as Decided, today: ctx.today, calendar: ctx.calendar, ...letter,
  }
  return { ok: true, source, asked, letter, request: await correctedRequest(tx, ctx, loaded, requestOf(state, asked)) }
}

/** The request as it stands after correction (条例第三十条): the reply answers what the applicant made clear. */
async function correctedRequest(tx: Queryable, ctx: StaffCtx, loaded: LoadedCase, request: string): Promise<string> {
  if (loaded.state.correction?.receivedOn == null) return request
  const counted = new Set(loaded.events.flatMap(({ event }) => (event.type === 'correction_received' ? [event.supplementId] : [])))
  const came = (await supplementsOf(tx, ctx, loaded)).filter(({ id, content }) => counted.has(id) && content !== null)
  return [request, ...came.map(({ receivedOn, content }) => `（${formatDate(receivedOn)}补正：${content!.text}）`)].join('')
}

/** Props of the letter with these words, not yet signed. */
export function draftProps(material: ReplyMaterial, parts: DraftParts): Record<string, unknown> {
  return replyProps({ ...material.source, parts, signed: null })
}

/** What a verb asks before a draft goes on. */
export type DraftGate = (loaded: LoadedCase, tx: Queryable) => Promise<Pick<Gate, 'blocks'>>

/** Asks the template about the draft in force of a case. */
export function templateGate(ctx: StaffCtx, letters: LetterRenderer | null): DraftGate {
  return async (loaded, tx) => {
    const material = await replyMaterial(tx, ctx, loaded)
    const draft = await readDraft(tx, loaded.row.id, loaded.state.draft?.revision)
    if (!material.ok || !draft) return { blocks: [] }
    return gateOf(letters, material.letter.code, draftProps(material, draft.parts))
  }
}
