import { art, type Citation } from '../citation.ts'
import type { TableThreeRow } from '../annual-report/table-three.ts'
import { FEE_MEASURES_FROM } from '../processing-fee-measures/art6-payment.ts'
import type { CivilDate } from '../civil-date.ts'
import type { DecisionCode, DecisionKind, RemedyGroup } from './decision-kind-types.ts'
import { REGULATION_2007_FROM, REGULATION_2019_FROM } from './version.ts'

const is = (article: number, paragraph?: number, item?: number): Citation => art('711', article, paragraph, item)
const was = (article: number, paragraph?: number, item?: number): Citation => art('492', article, paragraph, item)

/** What 492 says of a kind; empty cites where it knows the kind without naming an article, null where it does not know it. */
type Old = readonly Citation[] | null

function kind(
  code: DecisionCode,
  name: string,
  row: TableThreeRow,
  remedy: RemedyGroup,
  cites: readonly Citation[],
  old: Old,
  more: { readonly from?: CivilDate; readonly groundText?: 'required'; readonly needsRefusedPart?: true } = {},
): DecisionKind {
  return {
    code,
    name,
    row,
    remedy,
    grounds: [
      { from: more.from ?? REGULATION_2019_FROM, cites },
      ...(old === null ? [] : [{ from: REGULATION_2007_FROM, cites: old }]),
    ],
    groundText: more.groundText ?? 'none',
    needsRefusedPart: more.needsRefusedPart ?? false,
  }
}

/**
 * Every way in which an application can end, in the order of 年报表三. The remedy column follows 行政复议法23条 as 法释〔2025〕8号
 * reads it: reconsideration comes first for the refusals of 14, 15 and 16条 alone.
 *
 * LEGAL(question): the 2007 articles (last array of each line) come from general knowledge, its text was not at hand; and
 * confirm_or_reissue has a row in the report form but no article of its own, 36条六项 is cited as practice does.
 */
export const DECISION_KINDS: readonly DecisionKind[] = [
  kind('granted', '予以公开', '3.1', 'choice', [is(36, undefined, 2)], [was(21, undefined, 1), was(26)]),
  kind('already_public', '已主动公开，告知途径', '3.1', 'choice', [is(36, undefined, 1)], [was(21, undefined, 1)]),
  kind('partly_granted', '部分公开', '3.2', 'reconsideration_first', [is(37), is(36, undefined, 3)], [was(22)], { needsRefusedPart: true }),
  kind('refused_state_secret', '不予公开：国家秘密', '3.3.1', 'reconsideration_first', [is(14), is(36, undefined, 3)], [was(14, 4), was(21, undefined, 2)]),
  kind('refused_prohibited_by_law', '不予公开：法律、行政法规禁止公开', '3.3.2', 'reconsideration_first', [is(14), is(36, undefined, 3)], null, { groundText: 'required' }),
  kind('refused_public_safety', '不予公开：三安全一稳定', '3.3.3', 'reconsideration_first', [is(14), is(36, undefined, 3)], [was(8), was(21, undefined, 2)]),
  kind('refused_third_party', '不予公开：保护第三方合法权益', '3.3.4', 'reconsideration_first', [is(15), is(32), is(36, undefined, 3)], [was(14, 4), was(23)]),
  kind('refused_internal_affairs', '不予公开：三类内部事务信息', '3.3.5', 'reconsideration_first', [is(16, 1), is(36, undefined, 3)], null),
  kind('refused_process', '不予公开：四类过程性信息', '3.3.6', 'reconsideration_first', [is(16, 2), is(36, undefined, 3)], null),
  kind('refused_enforcement_file', '不予公开：行政执法案卷', '3.3.7', 'reconsideration_first', [is(16, 2), is(36, undefined, 3)], null),
  kind('special_inquiry', '属于行政查询事项', '3.3.8', 'special', [is(36, undefined, 7)], null),
  kind('not_held', '信息不存在', '3.4.1', 'choice', [is(36, undefined, 4)], [was(21, undefined, 3)]),
  kind('not_responsible', '不属于本机关负责公开', '3.4.1', 'choice', [is(36, undefined, 5), is(10)], [was(21, undefined, 3)]),
  kind('needs_creation', '没有现成信息需要另行制作', '3.4.2', 'choice', [is(38)], null),
  kind('still_unclear', '补正后申请内容仍不明确', '3.4.3', 'choice', [is(30)], [was(21, undefined, 4)]),
  kind('petition_like', '信访、投诉、举报类', '3.5.1', 'choice', [is(39, 1)], null),
  kind('repeated', '重复申请', '3.5.2', 'choice', [is(36, undefined, 6)], null),
  kind('public_publication', '要求提供公开出版物', '3.5.3', 'choice', [is(39, 2)], null),
  kind('excessive', '无正当理由大量反复申请', '3.5.4', 'choice', [is(35)], null),
  kind('confirm_or_reissue', '要求确认或重新出具已获取信息', '3.5.5', 'choice', [is(36, undefined, 6)], null),
  kind('lapsed_correction', '逾期不补正', '3.6.1', 'choice', [is(30)], [was(21, undefined, 4)]),
  kind('lapsed_fee', '逾期不缴费', '3.6.2', 'choice', [art('109', 6)], null, { from: FEE_MEASURES_FROM }),
  kind('withdrawn', '申请人撤回', '3.6.3', 'none', [], []),
  kind('other', '其他', '3.6.3', 'choice', [], [], { groundText: 'required' }),
]
