import * as z from 'zod'
import { documentFault, documentSuits, normalizeDocumentNumber } from '#case/identity/document.ts'
import { wayFault } from '#case/ways.ts'
import { APPLICANT_KINDS, DOCUMENT_TYPES, FORMS, WAYS, type Form } from '#case/words.ts'
import { readRoughDate } from './period.ts'
import { line, optional, paragraph } from '#platform/validation/text.ts'

/** One of the keys of a word list, with a message that names the choices. */
export function oneOf<K extends string>(label: string, words: Readonly<Record<K, string>>) {
  const keys = Object.keys(words) as [K, ...K[]]
  return z.enum(keys, { error: () => `请选择${label}：${(Object.values(words) as string[]).join('、')}` })
}

const phone = line({ label: '电话', max: 30 }).refine((text) => /^\+?[\d\s()（）-]{5,30}$/.test(text) && /\d{5}/.test(text.replace(/\D/g, '')), {
  error: '电话只写数字、空格和短横，例如 000 0000 0001',
})
const email = line({ label: '电子邮箱', max: 254 }).pipe(z.email({ error: '电子邮箱的写法不对，例如 name@example.com' }))
const documentNumber = line({ label: '证件号码', max: 40 }).transform(normalizeDocumentNumber)

function nameOf(label: string) {
  return line({ label, max: 100 }).superRefine((text, ctx) => {
    const message = nameFault(text, label)
    if (message !== null) ctx.addIssue({ code: 'custom', message })
  })
}

function roughDate(label: string) {
  return line({ label, max: 40 }).refine((text) => text === '' || readRoughDate(text) !== null, {
    error: (issue) => `${label}“${String(issue.input).slice(0, 20)}”读不懂，写成2025年1月1日、2025年1月或者2025年`,
  }).describe(`信息形成的${label}，例如2025-01-01、2025年1月、2025年；写进申请内容`)
}

/** A name as documents carry it: letters of any script, rare Han characters among them, and no pictures. */
function nameFault(text: string, label: string): string | null {
  const picture = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u.exec(text)
  if (picture) return `姓名里有“${picture[0]}”，请照证件写`
  return text === '' || /\p{L}/u.test(text) ? null : `${label}里要有文字，请照证件写`
}

/** 您是谁 (条例第二十九条第二款第一项). */
export const whoFields = {
  applicantKind: oneOf('申请人类别', APPLICANT_KINDS),
  name: nameOf('姓名或者名称'),
  documentType: oneOf('证件', DOCUMENT_TYPES),
  documentNumber,
}
/** A person acts for the applicant, so no credit code among these. */
export const AGENT_DOCUMENTS = {
  resident_id: DOCUMENT_TYPES.resident_id, passport: DOCUMENT_TYPES.passport, hk_macao_permit: DOCUMENT_TYPES.hk_macao_permit, taiwan_permit: DOCUMENT_TYPES.taiwan_permit,
}
/** 代理: all four where somebody files for the applicant, else none. */
export const agentFields = {
  agentName: optional(nameOf('代理人姓名')).describe('代理人姓名。代别人申请的，代理人的四项都要写'),
  agentDocumentType: optional(oneOf('代理人的证件', AGENT_DOCUMENTS)),
  agentDocumentNumber: optional(documentNumber),
  agentPhone: optional(phone),
}
export const AGENT_KEYS = Object.keys(agentFields) as readonly (keyof typeof agentFields)[]
/** 联系方式. */
export const contactFields = {
  contactName: optional(line({ label: '联系人', max: 50 })),
  phone: optional(phone),
  email: optional(email),
  address: optional(line({ label: '通信地址', max: 200 })),
  postcode: optional(line({ label: '邮政编码', max: 6 }).refine((text) => /^\d{6}$/.test(text), { error: '邮政编码是6位数字' })),
}
/** 需要什么信息 (第二项). */
export const whatFields = {
  subject: optional(line({ label: '信息名称', max: 200 })),
  documentRef: optional(line({ label: '文号', max: 100 })),
  description: paragraph({ label: '具体描述', max: 2000 }),
}
/** 信息是什么时候形成的, as roughly as it is known. */
export const periodFields = { periodFrom: optional(roughDate('开始日期')), periodTo: optional(roughDate('截止日期')) }
/** 怎么给您 (第三项). */
export const howFields = { form: oneOf('提供形式', FORMS), way: oneOf('获取途径', WAYS).describe('要合形式：纸质不能用电子邮件，查阅、抄录只能当面或者自行领取') }

/** Which rules tie several fields together; each names the field to mend. */
export function checkWho(value: z.output<z.ZodObject<typeof whoFields>>, ctx: z.RefinementCtx): void {
  if (!documentSuits(value.applicantKind, value.documentType)) {
    const message = value.applicantKind === 'natural_person' ? '公民请选个人证件，不选统一社会信用代码' : '单位请选统一社会信用代码'
    ctx.addIssue({ code: 'custom', path: ['documentType'], message })
    return
  }
  const fault = documentFault(value.documentType, value.documentNumber)
  if (fault) ctx.addIssue({ code: 'custom', path: ['documentNumber'], message: fault })
}

const AGENT_LABELS = { agentName: '代理人姓名', agentDocumentType: '代理人的证件', agentDocumentNumber: '代理人的证件号码', agentPhone: '代理人电话' } as const

/** An agent is named whole or not at all, and is not the applicant himself. */
export function checkAgent(value: z.output<z.ZodObject<typeof agentFields>> & { readonly documentNumber?: string }, ctx: z.RefinementCtx): void {
  if (AGENT_KEYS.some((key) => value[key] !== undefined)) checkNamedAgent(value, ctx)
}

/** Where it is known that somebody acts for the applicant. */
export function checkNamedAgent(value: z.output<z.ZodObject<typeof agentFields>> & { readonly documentNumber?: string }, ctx: z.RefinementCtx): void {
  const say = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message })
  for (const key of AGENT_KEYS) if (value[key] === undefined) say(key, `请填写${AGENT_LABELS[key]}`)
  const { agentDocumentType: type, agentDocumentNumber: number } = value
  const fault = type === undefined || number === undefined ? null : documentFault(type, number)
  if (fault) say('agentDocumentNumber', fault)
  else if (number !== undefined && number === value.documentNumber) say('agentDocumentNumber', '代理人和申请人的证件号码一样。自己申请的，请选“自己申请”')
}

export function checkContact(value: z.output<z.ZodObject<typeof contactFields>>, ctx: z.RefinementCtx): void {
  if (value.phone ?? value.email ?? value.address) return
  ctx.addIssue({ code: 'custom', path: ['phone'], message: '电话、电子邮箱、通信地址至少写一样，不然没法联系您' })
}

/** The period ends after it begins. */
export function checkPeriod({ periodFrom, periodTo }: z.output<z.ZodObject<typeof periodFields>>, ctx: z.RefinementCtx): void {
  const from = readRoughDate(periodFrom ?? '')
  const to = readRoughDate(periodTo ?? '')
  if (!from || !to || from.first <= to.last) return
  ctx.addIssue({ code: 'custom', path: ['periodTo'], message: `截止日期${to.words}早于开始日期${from.words}，请改其中一个` })
}

type Ways = Pick<z.output<typeof FileApplication>, 'way' | 'email' | 'address'> & { readonly form?: Form | undefined }

/** Form and way must fit (条例第二十九条第二款第三项); without a form only the way is looked at. */
export function checkWay(value: Ways, ctx: z.RefinementCtx): void {
  const fault = value.form === undefined ? null : wayFault(value.form, value.way)
  if (fault !== null) {
    ctx.addIssue({ code: 'custom', path: ['way'], message: fault })
    return
  }
  if (value.way === 'email' && !value.email) {
    ctx.addIssue({ code: 'custom', path: ['email'], message: '选了用电子邮件给您，请写电子邮箱' })
  }
  if (value.way === 'post' && !value.address) {
    ctx.addIssue({ code: 'custom', path: ['address'], message: '选了邮寄，请写通信地址' })
  }
}

/** An application as 条例第二十九条 asks for it. The purpose of use is not asked. */
export const FileApplication = z.strictObject({
  authorityId: optional(line({ label: '机关', max: 40 })),
  ...whoFields,
  ...agentFields,
  ...contactFields,
  ...whatFields,
  ...periodFields,
  ...howFields,
})
export type FileApplication = z.output<typeof FileApplication>

/** Ties the fields of an application together, in whatever larger body they stand. */
export function applicationRules<S extends z.ZodType<FileApplication>>(schema: S) {
  return schema.superRefine(checkWho).superRefine(checkAgent).superRefine(checkPeriod).superRefine(checkContact).superRefine(checkWay)
}

/** The whole application with the rules between fields. */
export const CheckedApplication = applicationRules(FileApplication)

/** Who acts for the applicant, null where he files himself. */
export function agentOf({ agentName: name, agentDocumentType: documentType, agentDocumentNumber: documentNumber, agentPhone: phone }: FileApplication) {
  if (name === undefined || documentType === undefined || documentNumber === undefined || phone === undefined) return null
  return { name, documentType, documentNumber, phone }
}
