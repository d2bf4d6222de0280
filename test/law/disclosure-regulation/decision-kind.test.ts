import { describe, expect, it } from 'vitest'
import { TABLE_THREE_ROWS } from '#law/annual-report/table-three.ts'
import { formatCitations } from '#law/citation.ts'
import { DECISION_KINDS, decisionKind, decisionKinds, groundOf, isDecisionCode, refusedPartKinds, type DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import { day } from '../given.ts'

const TODAY = day('2026-11-21')
const OLD = day('2015-06-25')
const ground = (code: DecisionCode, lawAsOf = TODAY, part?: DecisionCode) => {
  const found = groundOf(code, lawAsOf, part)
  return found.ok ? formatCitations(found.cites, 'short') : found.refusal.code
}

/** law.md §12.7, row by row. */
const TABLE: readonly (readonly [DecisionCode, string, string, string, string])[] = [
  ['granted', '予以公开', '36条第二项', '3.1', 'choice'],
  ['already_public', '已主动公开，告知途径', '36条第一项', '3.1', 'choice'],
  ['partly_granted', '部分公开', '37条、36条第三项', '3.2', 'reconsideration_first'],
  ['refused_state_secret', '不予公开：国家秘密', '14条、36条第三项', '3.3.1', 'reconsideration_first'],
  ['refused_prohibited_by_law', '不予公开：法律、行政法规禁止公开', '14条、36条第三项', '3.3.2', 'reconsideration_first'],
  ['refused_public_safety', '不予公开：三安全一稳定', '14条、36条第三项', '3.3.3', 'reconsideration_first'],
  ['refused_third_party', '不予公开：保护第三方合法权益', '15条、32条、36条第三项', '3.3.4', 'reconsideration_first'],
  ['refused_internal_affairs', '不予公开：三类内部事务信息', '16条第一款、36条第三项', '3.3.5', 'reconsideration_first'],
  ['refused_process', '不予公开：四类过程性信息', '16条第二款、36条第三项', '3.3.6', 'reconsideration_first'],
  ['refused_enforcement_file', '不予公开：行政执法案卷', '16条第二款、36条第三项', '3.3.7', 'reconsideration_first'],
  ['special_inquiry', '属于行政查询事项', '36条第七项', '3.3.8', 'special'],
  ['not_held', '信息不存在', '36条第四项', '3.4.1', 'choice'],
  ['not_responsible', '不属于本机关负责公开', '36条第五项、10条', '3.4.1', 'choice'],
  ['needs_creation', '没有现成信息需要另行制作', '38条', '3.4.2', 'choice'],
  ['still_unclear', '补正后申请内容仍不明确', '30条', '3.4.3', 'choice'],
  ['petition_like', '信访、投诉、举报类', '39条第一款', '3.5.1', 'choice'],
  ['repeated', '重复申请', '36条第六项', '3.5.2', 'choice'],
  ['public_publication', '要求提供公开出版物', '39条第二款', '3.5.3', 'choice'],
  ['excessive', '无正当理由大量反复申请', '35条', '3.5.4', 'choice'],
  ['confirm_or_reissue', '要求确认或重新出具已获取信息', '36条第六项', '3.5.5', 'choice'],
  ['lapsed_correction', '逾期不补正', '30条', '3.6.1', 'choice'],
  ['lapsed_fee', '逾期不缴费', '109号6条', '3.6.2', 'choice'],
  ['withdrawn', '申请人撤回', '', '3.6.3', 'none'],
  ['other', '其他', '', '3.6.3', 'choice'],
]

describe('decision kinds (law.md §12.7)', () => {
  it.each(TABLE)('%s is %s, grounded on %s, row %s, remedy %s', (code, name, cites, row, remedy) => {
    expect(decisionKind(code)).toMatchObject({ code, name, row, remedy })
    expect(ground(code)).toBe(cites)
  })

  it('are these and no others, in this order', () => {
    expect(DECISION_KINDS.map(({ code }) => code)).toEqual(TABLE.map(([code]) => code))
    expect(decisionKinds(TODAY)).toHaveLength(24)
    expect(isDecisionCode('granted')).toBe(true)
    expect(isDecisionCode('refused')).toBe(false)
  })

  it('fill every outcome row of 年报表三', () => {
    const outcomes = Object.keys(TABLE_THREE_ROWS).filter((row) => row.startsWith('3.') && row !== '3.7')
    expect([...new Set(DECISION_KINDS.map(({ row }) => row))]).toEqual(outcomes)
  })

  it('ask for a typed ground where the table has none, and where another law must be named', () => {
    expect(DECISION_KINDS.filter(({ groundText }) => groundText === 'required').map(({ code }) => code)).toEqual(['refused_prohibited_by_law', 'other'])
    expect(DECISION_KINDS.filter(({ needsRefusedPart }) => needsRefusedPart).map(({ code }) => code)).toEqual(['partly_granted'])
  })

  it('部分公开 adds the article of the withheld part, each article once', () => {
    expect(ground('partly_granted', TODAY, 'refused_internal_affairs')).toBe('37条、36条第三项、16条第一款')
    expect(refusedPartKinds(TODAY).map(({ row }) => row)).toEqual(['3.3.1', '3.3.2', '3.3.3', '3.3.4', '3.3.5', '3.3.6', '3.3.7'])
    expect(ground('granted', TODAY, 'refused_process')).toBe('36条第二项')
  })
})

describe('decision kinds by the law of the receipt date', () => {
  it('the 2007 text knows fewer of them, with its own articles', () => {
    expect(decisionKinds(OLD).map(({ code }) => `${code} ${ground(code, OLD)}`)).toEqual([
      'granted 2007年条例21条第一项、26条',
      'already_public 2007年条例21条第一项',
      'partly_granted 2007年条例22条',
      'refused_state_secret 2007年条例14条第四款、21条第二项',
      'refused_public_safety 2007年条例8条、21条第二项',
      'refused_third_party 2007年条例14条第四款、23条',
      'not_held 2007年条例21条第三项',
      'not_responsible 2007年条例21条第三项',
      'still_unclear 2007年条例21条第四项',
      'lapsed_correction 2007年条例21条第四项',
      'withdrawn ',
      'other ',
    ])
  })

  it('what it does not know is refused with the article that brought it', () => {
    expect(groundOf('refused_internal_affairs', day('2019-05-14'))).toEqual({
      ok: false,
      refusal: {
        code: 'law/not-in-force',
        message: '2019年5月14日收到的申请，当时的规定没有“不予公开：三类内部事务信息”这种处理',
        cite: { instrument: '711', article: 16, paragraph: 1 },
      },
    })
    expect(ground('refused_internal_affairs', day('2019-05-15'))).toBe('16条第一款、36条第三项')
    expect(ground('partly_granted', OLD, 'refused_process')).toBe('law/not-in-force')
    expect(ground('granted', day('2008-04-30'))).toBe('law/not-in-force')
  })

  it('a fee can lapse only since 2021', () => {
    expect(ground('lapsed_fee', day('2020-12-31'))).toBe('law/not-in-force')
    expect(ground('lapsed_fee', day('2021-01-01'))).toBe('109号6条')
  })
})
