import type { StaffActor } from '#case/actor.ts'
import { decided, type Decision } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import type { CaseState } from '#case/state.ts'
import { art } from '#law/citation.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { refuse } from '#law/refusal.ts'

/** 归档 (条例第四十五条: 登记、审核、办理、答复、归档). */
export function decideArchive(state: CaseState, actor: StaffActor, on: CivilDate): Decision {
  const may = mayDo('archive', actor, state)
  if (!may.ok) return may
  if (!state.reply?.stored && !state.reply?.elsewhere) return refuse('archive/letter-missing', '答复书还没有存进案卷，不能归档', art('711', 45))
  return decided({ type: 'case_archived', on })
}
