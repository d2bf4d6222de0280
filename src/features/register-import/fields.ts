/** What a line of an old register may tell, in the order of the mapping page. */
interface Field {
  readonly label: string
  /** Without it no case can be made. */
  readonly required?: true
  /** Words of a head, the surest first. A head that holds one of `not` is meant for another field. */
  readonly heads: readonly string[]
  readonly not?: readonly string[]
}

export const FIELDS = {
  number: { label: '登记号', required: true, heads: ['登记号', '登记编号', '申请编号', '受理编号', '受理号', '收件编号', '案号', '编号'], not: ['证件', '文号', '答复', '邮件'] },
  receivedOn: { label: '收到日期', required: true, heads: ['收到日期', '收件日期', '接收日期', '登记日期', '申请日期', '收到时间', '申请时间', '收文日期', '受理日期', '收到'], not: ['补正', '送达'] },
  channel: { label: '渠道', required: true, heads: ['渠道', '申请方式', '提交方式', '来件方式', '收到方式', '申请途径', '来源'] },
  name: { label: '申请人', required: true, heads: ['申请人姓名', '申请人名称', '申请人', '姓名', '名称', '当事人'], not: ['类', '证件', '电话', '地址', '联系', '性质'] },
  kind: { label: '申请人类别', required: true, heads: ['申请人类别', '申请人类型', '申请人性质', '申请主体', '类别', '主体类型', '类型'], not: ['答复', '证件', '决定', '处理', '申请类型', '信息'] },
  documentType: { label: '证件类型', heads: ['证件类型', '证件种类', '证件名称'] },
  documentNumber: { label: '证件号码', heads: ['证件号码', '证件号', '身份证号', '身份证', '统一社会信用代码', '信用代码', '证件'], not: ['类型', '种类', '名称'] },
  phone: { label: '电话', heads: ['联系电话', '电话', '手机'] },
  email: { label: '电子邮箱', heads: ['电子邮箱', '邮箱', '电子邮件', 'email'] },
  address: { label: '通信地址', heads: ['通信地址', '通讯地址', '联系地址', '地址', '住址'] },
  postcode: { label: '邮政编码', heads: ['邮政编码', '邮编'] },
  description: { label: '申请内容', required: true, heads: ['申请内容', '所需信息内容', '内容描述', '所需信息', '申请事项', '信息内容', '内容', '事项'], not: ['答复', '补正'] },
  subject: { label: '信息名称', heads: ['信息名称', '文件名称', '标题'] },
  form: { label: '提供形式', heads: ['提供形式', '载体形式', '提供方式', '载体'] },
  way: { label: '获取途径', heads: ['获取途径', '获取方式', '领取方式'] },
  correctionOn: { label: '补正告知日期', heads: ['补正告知', '补正通知', '告知补正'] },
  respondBy: { label: '补正截止日期', heads: ['补正截止', '补正期限'] },
  correctedOn: { label: '补正收到日期', heads: ['补正收到', '收到补正', '补正日期', '补正时间', '补正材料'] },
  extendedOn: { label: '延期告知日期', heads: ['延期告知', '延期日期', '延长告知', '延期通知', '延长日期'] },
  extensionDays: { label: '延长的工作日数', heads: ['延长天数', '延期天数', '延长工作日', '延期工作日'] },
  decision: { label: '答复类型', heads: ['答复类型', '处理结果', '答复结果', '办理结果', '答复情况', '处理决定', '决定类型', '答复意见', '结果'] },
  repliedOn: { label: '答复日期', heads: ['答复日期', '答复时间', '办结日期', '回复日期', '答复书日期', '办结时间'] },
  documentRef: { label: '答复书文号', heads: ['答复文号', '答复书文号', '答复书编号', '告知书文号', '文号'], not: ['所需', '信息'] },
  reason: { label: '理由、依据', heads: ['理由', '依据', '不予公开原因', '原因'] },
  deliveredOn: { label: '送达日期', heads: ['送达日期', '送达时间', '寄出日期', '签收日期', '送达'], not: ['方式', '补正', '邮件', '凭证', '单号'] },
  service: { label: '送达方式', heads: ['送达方式', '答复方式', '送达途径'] },
  evidence: { label: '送达凭证', heads: ['送达凭证', '邮件号', '快递单号', '邮单号', '签收人', '送达回证'] },
  handler: { label: '承办人', heads: ['承办人', '经办人', '承办', '办理人', '责任人'], not: ['科室', '部门', '单位', '时间', '日期'] },
} as const satisfies Record<string, Field>

export type FieldName = keyof typeof FIELDS
export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[]

export function isFieldName(text: string): text is FieldName {
  return Object.hasOwn(FIELDS, text)
}

export function fieldOf(name: FieldName): Field {
  return FIELDS[name]
}
