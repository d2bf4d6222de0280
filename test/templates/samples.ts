import type { LetterProps } from '#templates/render.ts'

/** A reply that is signed, with everything filled in. */
export const grantedProps: LetterProps<'granted'> = {
  letterhead: '示例市公安局',
  signer: '示例市公安局',
  self: '本局',
  addressee: '某公司',
  addresseeKind: 'organization',
  caseNumber: '2026-0159',
  receivedOn: '2026-09-29',
  channel: '通过邮寄',
  documentNumber: '示例公信公开〔2026〕12号',
  numberSeries: '示例公信公开〔2026〕',
  requestText: '申请公开2025年度示例市看守所食材配送项目的中标合同、补充协议和季度履约验收单等材料。',
  facts:
    '经检索，本局制作并保存上述信息3件，分别为《2025年度食材配送项目合同》（示例公采〔2025〕7号）、《2025年度食材配送项目补充协议》和《季度履约验收单》。经审查，上述信息不涉及国家秘密、商业秘密和个人隐私，可以公开。',
  groundSentence: '根据《中华人民共和国政府信息公开条例》第三十六条第二项、第四十条的规定，决定：',
  decisionText: '公开《2025年度食材配送项目合同》《2025年度食材配送项目补充协议》和《季度履约验收单》（见附件）。',
  provision: { kind: 'enclosed', form: '纸质', copies: 3, pages: 41 },
  remedyClause:
    '如不服本告知，可以自收到本告知书之日起60日内向示例市人民政府申请行政复议，或者自知道或者应当知道之日起6个月内向示例市中级人民法院提起行政诉讼。',
  attachments: ['2025年度食材配送项目合同', '2025年度食材配送项目补充协议', '季度履约验收单'],
  issuedOn: '2026-11-20',
  draftedOn: '2026-11-18',
  contact: '联系电话：0000-0000000',
}

const draft = {
  letterhead: '示例市公安局',
  signer: '示例市公安局',
  self: '本局',
  addressee: '申请人甲',
  caseNumber: '2026-0160',
  receivedOn: '2026-10-08',
  channel: '当面',
  documentNumber: null,
  numberSeries: '示例公信公开〔2026〕',
  requestText: '示例市公安局2025年度民警轮岗、考勤和值班安排表',
  facts: '经检索，本局制作并保存上述信息。该信息只用于本局内部人员的调配和管理，不直接影响公民、法人和其他组织的权利义务。',
  groundSentence:
    '根据《中华人民共和国政府信息公开条例》第十六条第一款、第三十六条第三项的规定，决定：',
  decisionText: '对你申请的上述政府信息不予公开。',
  remedyClause:
    '如不服本决定，可以自收到本告知书之日起60日内向示例市人民政府申请行政复议；对复议决定不服的，可以自收到复议决定书之日起15日内向人民法院提起行政诉讼。',
  issuedOn: null,
  draftedOn: '2026-11-02',
} satisfies Partial<LetterProps<'refused-internal-affairs'>>

export const refusedProps: LetterProps<'refused-internal-affairs'> = { ...draft, category: '人事管理' }

export const notHeldProps: LetterProps<'not-held'> = {
  ...draft,
  caseNumber: '2026-0161',
  requestText: '申请公开1998年示例市公安局关于户籍档案数字化的会议纪要。',
  facts: '',
  search: { scope: '本局档案室1995年至2000年的文书档案目录和公文处理系统', method: '以文件名称、日期和关键词“户籍档案”“数字化”分别检索' },
  groundSentence: '根据《中华人民共和国政府信息公开条例》第三十六条第四项的规定，告知你：',
  decisionText: '你申请公开的政府信息不存在。',
  remedyClause: grantedProps.remedyClause!,
  documentNumber: '示例公信公开〔2026〕13号',
  issuedOn: '2026-11-03',
}

export const receiptProps: LetterProps<'registration-receipt'> = {
  letterhead: '示例市公安局',
  signer: '示例市公安局',
  self: '本局',
  addressee: '申请人甲',
  caseNumber: '2026-0162',
  receivedOn: '2026-09-24',
  channel: '通过互联网',
  receivedWhy: '申请通过互联网提交，系统于提交时即时确认，以双方确认之日为收到申请之日（《中华人民共和国政府信息公开条例》第三十一条第三项）',
  requestSummary: '2025年度示例市道路交通违法停车抓拍点位的名称、位置和启用日期。',
  answerBy: '2026-10-29',
  answerWorking: [
    '收到的次日起算20个工作日（第三十三条第二款）',
    '9月25日至27日中秋节放假、10月1日至7日国庆节放假不计，10月10日（周六）调休上班计入',
    '第20个工作日是2026年10月29日',
  ],
  correctionNoticeBy: '2026-10-13',
  queryCode: 'K7QM-3XPA',
  statusUrl: 'https://gongkai.example.gov.cn/status/2026-0162',
  phones: [
    { label: '咨询', number: '0000-0000000' },
    { label: '监督', number: '0000-0000001' },
  ],
  issuedOn: '2026-09-24',
}

export const extensionProps: LetterProps<'extension-notice'> = {
  letterhead: '示例市公安局', signer: '示例市公安局', self: '本机关', addressee: '申请人甲', addresseeKind: 'person', caseNumber: '2026-0162', receivedOn: '2026-11-02', channel: '通过互联网',
  documentNumber: '示例公信公开〔2026〕15号',
  requestSummary: '安定派出所2024年办理的旅馆业特种行业许可清单',
  ground: '《中华人民共和国政府信息公开条例》第三十三条第二款',
  office: '示例市公安局政府信息公开办公室',
  reason: '需要查找的许可档案分散在三个派出所，还在逐件核对',
  days: 20,
  oldDueOn: '2026-11-30',
  newDueOn: '2026-12-28',
  provisional: false,
  issuedOn: '2026-11-26',
  contact: '联系电话：0000-0000000',
  sealed: false,
  glyphNote: '',
}

export const feeProps: LetterProps<'fee-notice'> = {
  letterhead: '示例市公安局', signer: '示例市公安局', self: '本机关', addressee: '某公司', addresseeKind: 'organization', caseNumber: '2026-0163', receivedOn: '2026-11-02', channel: '通过邮寄',
  documentNumber: '示例公信公开〔2026〕16号',
  requestSummary: '2016年至2025年全部交通事故统计月报表和附件',
  ground: '《中华人民共和国政府信息公开条例》第四十二条第一款、《政府信息公开信息处理费管理办法》第五条',
  facts: '你单位申请的信息共1500页，数量明显超过合理范围',
  basis: '按量',
  working: ['第1至30页，不收费', '第31至100页，每页10元，70页700元', '第101至200页，每页20元，100页2,000元', '第201至1500页，每页40元，1300页52,000元'],
  amount: '54,700元',
  payDays: 20,
  method: '凭本通知书到示例市政务服务中心非税收入窗口缴纳，开具财政票据',
  answerDays: 20,
  issuedOn: '2026-11-26',
  contact: '联系电话：0000-0000000',
  sealed: false,
  glyphNote: '',
}

export const correctionProps: LetterProps<'correction-notice'> = {
  letterhead: '示例市公安局',
  signer: '示例市公安局',
  self: '本局',
  addressee: '申请人丁',
  caseNumber: '2026-0183',
  receivedOn: '2026-10-30',
  channel: '通过互联网',
  documentNumber: '示例公信公开〔2026〕27号',
  requestSummary: '某小区2022年火灾事故调查档案。',
  ground: '《中华人民共和国政府信息公开条例》第三十条',
  items: ['写明小区名称或者火灾地址', '写明要调查报告，还是事故认定书'],
  guidance: '火灾事故的文书按起火时间和地址归档。写明小区名称、楼栋，或者起火的日期，就可以查找；调查报告和事故认定书是两种文书，请写明要哪一种，两种都要的写两种。',
  respondBy: '2026-11-27',
  answerDays: 20,
  office: '示例市公安局政府信息公开办公室',
  address: '示例市示例路8号一楼3号窗口',
  statusUrl: 'https://gongkai.example.gov.cn/status?number=2026-0183',
  issuedOn: '2026-11-09',
  contact: '联系电话：0000-0000000',
}

export const samples = {
  granted: grantedProps,
  'refused-internal-affairs': refusedProps,
  'not-held': notHeldProps,
  'registration-receipt': receiptProps,
  'correction-notice': correctionProps,
  'extension-notice': extensionProps,
  'fee-notice': feeProps,
} as const
