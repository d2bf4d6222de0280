import type { CaseEvent } from '#case/events.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { nearDate } from '#ui/clock/index.ts'

type Recomputed = Omit<Extract<CaseEvent, { type: 'calendar_recomputed' }>, 'type'>

/** 最晚答复日从1月29日（周五）改为2月1日（周一），因为国务院公布2027年放假安排. Years are said where they are not the year of the change. */
export function recomputedSentence(event: Recomputed): string {
  const day = (date: CivilDate) => nearDate(date, event.on)
  const notice = event.correctionNoticeDueOn === null ? '' : `，补正告知改为最晚${day(event.correctionNoticeDueOn)}`
  return `${limitText(event, day)}${notice}，因为${event.reason}`
}

function limitText({ oldDueOn, newDueOn, provisional }: Recomputed, day: (date: CivilDate) => string): string {
  if (oldDueOn !== newDueOn) return `最晚答复日从${oldDueOn === null ? '期限不走' : day(oldDueOn)}改为${newDueOn === null ? '期限不走' : day(newDueOn)}${provisional ? '（推算）' : ''}`
  const kept = newDueOn === null ? '期限现在不走，恢复后的日期' : `最晚答复日还是${day(newDueOn)}，`
  return `${kept}${provisional ? '按推算' : '不再是推算'}`
}
