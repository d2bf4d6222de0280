import { requestOf } from '#case/request.ts'
import { formatCitations } from '#law/citation.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { EXTENSION_LIMIT } from '#law/disclosure-regulation/art33-time-limit.ts'
import { entryAt } from '#law/parameter.ts'
import type { ApplicationRow } from '#store/application.ts'
import type { LoadedCase } from '#store/case-store.ts'
import { CHANNEL_PHRASES } from '#store/channel-phrases.ts'
import type { Ctx } from '#store/context.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import type { ExtendDeadline } from './extend.schema.ts'

/** 延长答复期限告知书 as the template `extension-notice` takes it. */
export function extensionLetter(ctx: Ctx, of: {
  readonly authority: Authority
  readonly asked: ApplicationRow
  readonly loaded: LoadedCase
  readonly input: ExtendDeadline
  readonly documentNumber: string
  /** Null while opinions are awaited: then the letter says how many days, not which day. */
  readonly oldDueOn: CivilDate | null
  readonly newDueOn: CivilDate | null
  readonly provisional: boolean
}) {
  const { authority, asked, loaded: { row, state }, input, documentNumber, oldDueOn, newDueOn, provisional } = of
  const ground = entryAt(EXTENSION_LIMIT, state.lawAsOf)!.cite
  return {
    code: 'extension-notice',
    title: '延长答复期限告知书',
    templateVersion: '2026-03-01',
    documentNumber,
    issuedOn: ctx.today,
    props: {
      letterhead: authority.name,
      signer: authority.name,
      self: '本机关',
      addressee: row.applicantName,
      addresseeKind: row.applicantKind === 'natural_person' ? 'person' : 'organization',
      caseNumber: row.number,
      receivedOn: state.receivedOn,
      channel: CHANNEL_PHRASES[state.channel],
      documentNumber,
      requestSummary: requestOf(state, asked),
      ground: formatCitations(ground ? [ground] : [], 'letter'),
      office: authority.officeName,
      reason: input.reason,
      days: input.days,
      oldDueOn,
      newDueOn,
      provisional,
      issuedOn: ctx.today,
      contact: `联系电话：${authority.consultPhone}`,
    },
  }
}
