/**
 * The words by which a text is recognised as no request for information (条例第三十九条). One place to read and to mend:
 * a change here wants a sentence in `test/case/wording`.
 * Clauses end at ，。；！？ and line ends; titles in 《》 and quotations in “” are taken out before anything is looked for.
 */

/** What an office holds on paper or disk. A clause that names one after a cue speaks of a record, not of the matter. */
export const RECORDS =
  '文件|办法|规定|细则|规则|制度|方案|通知|公告|通告|公示|决定|意见|批复|批文|批件|审批|许可|合同|协议|报告|记录|笔录|台账|登记|清单|目录|名单|名册|档案|案卷|卷宗|材料|证书|凭证|票据|发票|账目|明细|数据|统计|数量|总数|件数|次数|人数|金额|标准|依据|流程|指南|图纸|图|表|照片|录像|录音|视频|纪要|答复|回复|回执|复函|结果|结论|信息|全文|预算|决算|经费|职责|位置|地点|名称|资质|评分|成绩|计划|规划|程序|手册|预案|告知书|通知书|决定书|意见书|责任书|处理单|转办单|专线|电话|平台|渠道|机制|奖励|率'

/** Somebody asks for a record: then his story and his questions are only the way there. */
export const ASKS_FOR_RECORD = new RegExp(`(公开|提供|获取|查阅|调取|复制|复印|查询|索取)[^。！？\\n]{0,80}(${RECORDS})|(${RECORDS})[^。！？\\n]{0,20}(予以公开|公开一下|请公开|提供给我)`, 'u')

export type WrongChannel = 'consultation' | 'complaint' | 'certificate' | 'publication'

export interface Phrase {
  readonly channel: WrongChannel
  readonly cue: RegExp
  /** Demands an action: counts also where a record is asked for beside it. The others count only where none is. */
  readonly demand?: true
}

const PLEA = '(?:请|请求|要求|希望|恳请|恳求|强烈要求|麻烦|务必|帮我|帮忙|现要求|申请)'
const YOU = '(?:你们|贵局|你局|贵单位|公安|公安机关|公安局|相关部门|有关部门|领导|政府|尽快|立即|马上|依法|严肃|及时|对其|对该|予以|进行|能够|可以|能|来|派人|上门|帮我|给我|为我|将|把){0,4}(?:对[^，。；]{1,12}(?:予以|进行|依法|从严|给予))?'

export const PHRASES: readonly Phrase[] = [
  // 信访、投诉、举报
  { channel: 'complaint', demand: true, cue: new RegExp(`${PLEA}${YOU}(?:查处|处理(?!的|结|情|意|流|程|决|办)|处罚(?!决|的|依|裁|结|标)|取缔|制止|整治|严惩|惩处|追究|问责|立案(?!的|决|材|告|情|标)|调解(?!书|协|的)|解决|赔偿|赔付|退还|退钱|退款|道歉|撤销|拆除|主持公道|管一管|管管|介入|抓捕)`, 'u') },
  { channel: 'complaint', demand: true, cue: /还我(公道|清白|钱)|讨个?说法|给(我)?个说法|主持公道/u },
  { channel: 'complaint', cue: /(?:我|本人|我们|现|特此|特|实名|匿名|在此|想|要|向(?:你|贵)局|^)(?:要|想|现|来|在此|实名|匿名|郑重|特)*(?:投诉|举报|信访|上访|控告|检举|揭发)(?!人|件|信|箱|办|处理|电话|过|后|以来|的|材料|记录|中心|奖|平台|事项|量|数)/u },
  { channel: 'complaint', cue: /反映(?!的|了?的|情况的)[^，。；]{0,40}(?:问题|扰民|违法|违规|违建|不作为|乱作为|态度|乱收费|噪音|噪声|情况)$|(?:向(?:你|贵)局|想|要|现|特)反映/u },
  { channel: 'complaint', cue: /(?:民警|警察|工作人员|派出所|窗口|物业)[^，。；]{0,12}(?:态度(?:恶劣|差|不好)|不作为|乱作为|推诿|刁难|包庇)/u },
  // 咨询
  { channel: 'consultation', cue: /(?:怎么|怎样|如何|咋)(?:办|办理|申请|申办|补办|换|迁|查|交|缴|处理|报名|预约|落户|写|弄|走)(?![^，。；]{0,12}(?:规定|办法|流程图|指南|手册|文件))/u },
  { channel: 'consultation', cue: /(?:能不能|可不可以|是不是|要不要|需不需要|有没有办法|能否|是否可以|可以)[^，。；]{0,24}(?:吗|呢|么|办理|办|迁|落户|补办|补换|换|养|开|领|报名|年检|年审|考试|考|过户|上路|放|带|住|抵扣|延期|报考)(?:吗|呢|么)?$/u },
  { channel: 'consultation', cue: /(?:需要|要)(?:带|准备|提交|交)?(?:什么|哪些|啥)(?:材料|证件|手续|资料|条件|东西)/u },
  { channel: 'consultation', cue: /(?:多少钱|要多久|多久能|多长时间能|几天能|什么时候能|什么时候可以|什么时候才能|何时能|何时可以|到哪里办|去哪里办|在哪里办|去哪办|在哪办|找谁办|找哪个部门|该找谁|怎么回事|什么意思|该怎么办)/u },
  { channel: 'consultation', cue: /(?:我想|想|要|需要|现|特)?(?:咨询|请教)(?:一下|下|问题|你们|贵局|关于|有关)|想问(?:一下|下|问)?|问一下|请问/u },
  // 要求出具、确认
  { channel: 'certificate', demand: true, cue: new RegExp(`${PLEA}${YOU}(?:为我|给我|向我|对我|为本人|给本人|为我方|为本公司|给我们)?(?:出具|开具|开一?[份个张]|重新认定|认定(?!书|的|标|办|结)|确认(?!书|的|函|表|单|收到|通知))`, 'u') },
  { channel: 'certificate', demand: true, cue: /(?:出具|开具|开)[^，。；的]{0,20}(?:证明|说明|函)(?:信|书)?(?:一份|给我)?$|确认[^，。；的]{0,30}(?:违法|无效|合法|有效|是否属实)$/u },
]

/** 公报、报刊、书籍 (第二款): looked for with titles and quotations in place. */
export const PUBLICATION = /(?:提供|公开|获取|索取|要|寄|复印|查阅|购买|申请|订阅)[^，。；\n]{0,40}(?:政府公报|公报|报纸|报刊|期刊|杂志|年鉴|书籍|地方志|日报|晚报)(?:》|”)?(?:（[^）]*）)?(?:的?(?:全文|一份|一本|一套|合订本|电子版|纸质版|复印件|原件|第?\d+年?第?\d*[期卷号辑]?|\d{4}年(?:版|卷)?|各期|全套|过刊|样刊))*$/u
