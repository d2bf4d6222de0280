import type { TableThreeRow } from '../annual-report/table-three.ts'
import type { Citation } from '../citation.ts'
import type { CivilDate } from '../civil-date.ts'

/** The codes of law.md §12.7. Stored in events: never renamed, never reused. */
export type DecisionCode =
  | 'granted'
  | 'already_public'
  | 'partly_granted'
  | 'refused_state_secret'
  | 'refused_prohibited_by_law'
  | 'refused_public_safety'
  | 'refused_third_party'
  | 'refused_internal_affairs'
  | 'refused_process'
  | 'refused_enforcement_file'
  | 'special_inquiry'
  | 'not_held'
  | 'not_responsible'
  | 'needs_creation'
  | 'still_unclear'
  | 'petition_like'
  | 'repeated'
  | 'public_publication'
  | 'excessive'
  | 'confirm_or_reissue'
  | 'lapsed_correction'
  | 'lapsed_fee'
  | 'withdrawn'
  | 'other'

/** Which remedy a decision leads to (law.md §12.6). `special` is 36条七项: a choice unless configured otherwise. */
export type RemedyGroup = 'reconsideration_first' | 'choice' | 'special' | 'none'

/** One way in which an application can end (law.md §12.7). */
export interface DecisionKind {
  readonly code: DecisionCode
  readonly name: string
  /** Articles by date of receipt, newest first; a date before the last entry does not know the kind. */
  readonly grounds: readonly { readonly from: CivilDate; readonly cites: readonly Citation[] }[]
  readonly row: TableThreeRow
  readonly remedy: RemedyGroup
  /** The handler must type the law and article (or the reason) on which the decision rests. */
  readonly groundText: 'required' | 'none'
  /** 37条: the letter must also name under which refusal the withheld part falls. */
  readonly needsRefusedPart: boolean
}
