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
  /*
   * @statute 711 36(二) from 2019-05-15
   * 所申请公开信息可以公开的，向申请人提供该政府信息，或者告知申请人获取该政府信息的方式、途径和时间；
   *
   * @statute 711 36(一) from 2019-05-15
   * 所申请公开信息已经主动公开的，告知申请人获取该政府信息的方式、途径；
   */
  kind('granted', '予以公开', '3.1', 'choice', [is(36, undefined, 2)], [was(21, undefined, 1), was(26)]),
  kind('already_public', '已主动公开，告知途径', '3.1', 'choice', [is(36, undefined, 1)], [was(21, undefined, 1)]),
  /*
   * @statute 711 37 from 2019-05-15
   * 申请公开的信息中含有不应当公开或者不属于政府信息的内容，但是能够作区分处理的，行政机关应当向申请人提供可以公开的政府信息内容，并对不予公开的内容说明理由。
   *
   * @statute 711 36(三) from 2019-05-15
   * 行政机关依据本条例的规定决定不予公开的，告知申请人不予公开并说明理由；
   */
  kind('partly_granted', '部分公开', '3.2', 'reconsideration_first', [is(37), is(36, undefined, 3)], [was(22)], { needsRefusedPart: true }),
  /*
   * @statute 711 14 from 2019-05-15
   * 依法确定为国家秘密的政府信息，法律、行政法规禁止公开的政府信息，以及公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息，不予公开。
   */
  kind('refused_state_secret', '不予公开：国家秘密', '3.3.1', 'reconsideration_first', [is(14), is(36, undefined, 3)], [was(14, 4), was(21, undefined, 2)]),
  kind('refused_prohibited_by_law', '不予公开：法律、行政法规禁止公开', '3.3.2', 'reconsideration_first', [is(14), is(36, undefined, 3)], null, { groundText: 'required' }),
  kind('refused_public_safety', '不予公开：三安全一稳定', '3.3.3', 'reconsideration_first', [is(14), is(36, undefined, 3)], [was(8), was(21, undefined, 2)]),
  /*
   * @statute 711 15 from 2019-05-15
   * 涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的政府信息，行政机关不得公开。但是，第三方同意公开或者行政机关认为不公开会对公共利益造成重大影响的，予以公开。
   */
  kind('refused_third_party', '不予公开：保护第三方合法权益', '3.3.4', 'reconsideration_first', [is(15), is(32), is(36, undefined, 3)], [was(14, 4), was(23)]),
  /*
   * @statute 711 16① from 2019-05-15
   * 行政机关的内部事务信息，包括人事管理、后勤管理、内部工作流程等方面的信息，可以不予公开。
   *
   * @statute 711 16② from 2019-05-15
   * 行政机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息以及行政执法案卷信息，可以不予公开。法律、法规、规章规定上述信息应当公开的，从其规定。
   */
  kind('refused_internal_affairs', '不予公开：三类内部事务信息', '3.3.5', 'reconsideration_first', [is(16, 1), is(36, undefined, 3)], null),
  kind('refused_process', '不予公开：四类过程性信息', '3.3.6', 'reconsideration_first', [is(16, 2), is(36, undefined, 3)], null),
  kind('refused_enforcement_file', '不予公开：行政执法案卷', '3.3.7', 'reconsideration_first', [is(16, 2), is(36, undefined, 3)], null),
  /*
   * @statute 711 36(七) from 2019-05-15
   * 所申请公开信息属于工商、不动产登记资料等信息，有关法律、行政法规对信息的获取有特别规定的，告知申请人依照有关法律、行政法规的规定办理。
   */
  kind('special_inquiry', '属于行政查询事项', '3.3.8', 'special', [is(36, undefined, 7)], null),
  /*
   * @statute 711 36(四) from 2019-05-15
   * 经检索没有所申请公开信息的，告知申请人该政府信息不存在；
   *
   * @statute 711 36(五) from 2019-05-15
   * 所申请公开信息不属于本行政机关负责公开的，告知申请人并说明理由；能够确定负责公开该政府信息的行政机关的，告知申请人该行政机关的名称、联系方式；
   */
  kind('not_held', '信息不存在', '3.4.1', 'choice', [is(36, undefined, 4)], [was(21, undefined, 3)]),
  kind('not_responsible', '不属于本机关负责公开', '3.4.1', 'choice', [is(36, undefined, 5), is(10)], [was(21, undefined, 3)]),
  /*
   * @statute 711 38 from 2019-05-15
   * 行政机关向申请人提供的信息，应当是已制作或者获取的政府信息。除依照本条例第三十七条的规定能够作区分处理的外，需要行政机关对现有政府信息进行加工、分析的，行政机关可以不予提供。
   */
  kind('needs_creation', '没有现成信息需要另行制作', '3.4.2', 'choice', [is(38)], null),
  kind('still_unclear', '补正后申请内容仍不明确', '3.4.3', 'choice', [is(30)], [was(21, undefined, 4)]),
  /*
   * @statute 711 39① from 2019-05-15
   * 申请人以政府信息公开申请的形式进行信访、投诉、举报等活动，行政机关应当告知申请人不作为政府信息公开申请处理并可以告知通过相应渠道提出。
   */
  kind('petition_like', '信访、投诉、举报类', '3.5.1', 'choice', [is(39, 1)], null),
  /*
   * @statute 711 36(六) from 2019-05-15
   * 行政机关已就申请人提出的政府信息公开申请作出答复、申请人重复申请公开相同政府信息的，告知申请人不予重复处理；
   */
  kind('repeated', '重复申请', '3.5.2', 'choice', [is(36, undefined, 6)], null),
  /*
   * @statute 711 39② from 2019-05-15
   * 申请人提出的申请内容为要求行政机关提供政府公报、报刊、书籍等公开出版物的，行政机关可以告知获取的途径。
   */
  kind('public_publication', '要求提供公开出版物', '3.5.3', 'choice', [is(39, 2)], null),
  /*
   * @statute 711 35 from 2019-05-15
   * 行政机关认为申请理由不合理的，告知申请人不予处理；行政机关认为申请理由合理，但是无法在本条例第三十三条规定的期限内答复申请人的，可以确定延迟答复的合理期限并告知申请人。
   */
  kind('excessive', '无正当理由大量反复申请', '3.5.4', 'choice', [is(35)], null),
  kind('confirm_or_reissue', '要求确认或重新出具已获取信息', '3.5.5', 'choice', [is(36, undefined, 6)], null),
  kind('lapsed_correction', '逾期不补正', '3.6.1', 'choice', [is(30)], [was(21, undefined, 4)]),
  kind('lapsed_fee', '逾期不缴费', '3.6.2', 'choice', [art('109', 6)], null, { from: FEE_MEASURES_FROM }),
  kind('withdrawn', '申请人撤回', '3.6.3', 'none', [], []),
  kind('other', '其他', '3.6.3', 'choice', [], [], { groundText: 'required' }),
]
