import type { CivilDate } from '#law/civil-date.ts'
import { formatDay } from '#law/civil-date.ts'
import { art } from '#law/citation.ts'
import type { GlyphShape } from '#ui/glyph.tsx'
import type { Tone } from '#ui/badge.tsx'
import { ATTEMPT_RESULTS, ATTEMPT_WAYS, PENDING_CHANNELS, type AttemptResult, type AttemptWay } from './pending.schema.ts'
import type { PendingEvent } from './pending-store.ts'
import type { PendingChannel, Standing } from './standing.decide.ts'

/** The badge of a standing: amber on the day itself, red once it went by without a trial. */
export const STANDINGS: Readonly<Record<Standing, { readonly tone: Tone; readonly shape: GlyphShape; readonly word: string }>> = {
  today: { tone: 'amber', shape: 'triangle', word: '今天要确认' },
  tried_today: { tone: 'amber', shape: 'triangle', word: '今天没联系上' },
  late: { tone: 'overdue', shape: 'octagon', word: '过了当天' },
  lost: { tone: 'paused', shape: 'bars', word: '联系不上' },
}

/** 31条: letters by item 2, faxes by item 3. */
export function citeOf(channel: PendingChannel) {
  return art('711', 31, undefined, channel === 'fax' ? 3 : 2)
}

/** What the standing means for the receipt date, in one sentence. */
export function meaningOf(channel: PendingChannel, standing: Standing, arrivedOn: CivilDate): string {
  if (channel === 'fax') return '传真要双方确认，确认的这天是收到日；没有确认的不登记'
  switch (standing) {
    case 'today':
      return '平常信函应在到达当天与申请人确认，确认的这天是收到日'
    case 'tried_today':
      return '今天联系过，没联系上。今天还能再联系；过了今天，恢复联系的那天是收到日'
    case 'lost':
      return '到达当天联系过，没联系上：恢复联系的那天是收到日'
    case 'late':
      return `到达当天没有联系的记录：收到日不推迟，确认后仍是${formatDay(arrivedOn)}，期限已经在走`
  }
}

/** One line of the history. */
export function factSentence(event: PendingEvent): string {
  switch (event.type) {
    case 'kept':
      return '存为待确认收到'
    case 'attempt':
      return `${ATTEMPT_WAYS[event.way as AttemptWay] ?? event.way}联系，${ATTEMPT_RESULTS[event.result as AttemptResult] ?? event.result}${event.note === null ? '' : `：${event.note}`}`
    case 'opened':
      return `查看联系方式：${event.reason}`
    case 'confirmed':
      return `${ATTEMPT_WAYS[event.way as AttemptWay] ?? event.way}确认收到，登记为${event.number}`
    case 'closed':
      return `不登记：${event.reason}`
  }
}

export function channelName(channel: PendingChannel): string {
  return PENDING_CHANNELS[channel]
}
