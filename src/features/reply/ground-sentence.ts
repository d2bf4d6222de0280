import { formatCitations } from '#law/citation.ts'
import { groundOf, type DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import type { CivilDate } from '#law/civil-date.ts'

/**
 * The locked sentence that leads to the decision: 根据《…条例》第十六条第一款、第三十六条第三项的规定，决定：
 * @throws Error when the law of the receipt date does not know the decision (a command keeps that out)
 */
export function groundSentence(of: {
  readonly decision: DecisionCode
  readonly lawAsOf: CivilDate
  readonly refusedPart: DecisionCode | null
  readonly groundText: string | null
}): string {
  const ground = groundOf(of.decision, of.lawAsOf, of.refusedPart ?? undefined)
  if (!ground.ok) throw new Error(ground.refusal.code)
  const places = [formatCitations(ground.cites, 'letter'), of.groundText].filter((text) => text !== null && text !== '')
  return places.length === 0 ? '经研究，决定：' : `根据${places.join('、')}的规定，决定：`
}
