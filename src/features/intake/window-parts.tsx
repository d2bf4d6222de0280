/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { APPLICANT_KINDS, DOCUMENT_TYPES, FORMS, WAYS, type Channel } from '#case/words.ts'
import { UploadField, type UploadView } from '#features/uploads/index.ts'
import { formatDateWithWeekday, type CivilDate } from '#law/civil-date.ts'
import type { FieldError } from '#platform/errors.ts'
import { readDate } from '#platform/validation/date.ts'
import { Checkbox, DateField, errorOf, FieldRow, FormSection, Segments, TextArea, TextField } from '#ui/form/index.ts'
import { KeyHint } from '#ui/key-hint.tsx'
import { ContactHints, DocumentCheck } from './window-checks.tsx'
import { ARRIVAL_LABELS, WINDOW_CHANNELS, type WindowValues } from './window-form.ts'
import { SCANS } from './window-scans.ts'

/** What Enter does in a field of the form. */
export const SAVE = { name: 'do', value: 'print' } as const

/** A part of the form: what is typed and what is wrong with it. */
interface PartProps {
  readonly values: WindowValues
  readonly errors: readonly FieldError[]
}

const choices = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))

function fields({ values, errors }: PartProps) {
  return (name: string) => ({ name, value: values[name] ?? '', ...(errorOf(errors, name) === undefined ? {} : { error: errorOf(errors, name)! }) })
}

/** The day as the server understands it, under the field. */
function read(text: string | undefined): { readBack?: string } {
  const date = readDate(text ?? '')
  return date ? { readBack: formatDateWithWeekday(date) } : {}
}

/** One wording for every channel where the stylesheet cannot follow the choice, the exact one where it can. */
function ArrivalLabel() {
  return (
    <>
      <span class="zx-always">收到的日期（当面写提交日，挂号写签收日，平常信函、传真写到达日）</span>
      {(Object.keys(ARRIVAL_LABELS) as Channel[]).map((channel) => <span class="zx-exact" data-for={channel}>{ARRIVAL_LABELS[channel]}</span>)}
    </>
  )
}

/** 收件 (条例第三十一条): which day is asked depends on the channel. */
export function ArrivalPart(props: PartProps) {
  const { values } = props
  const at = fields(props)
  return (
    <FormSection title="收件" jump={1}>
      <div data-refresh="/desk/intake/preview" data-refresh-target="receipt-preview">
        <Segments {...at('channel')} label="渠道" options={choices(WINDOW_CHANNELS)} keys />
        <FieldRow of={3}>
          <DateField {...at('arrivedOn')} label={<ArrivalLabel />} {...read(values['arrivedOn'])} />
          <div data-for="registered_mail"><TextField {...at('mailNumber')} label="邮件号" mark="知道就写" autocomplete="off" /></div>
          <div data-for="registered_mail"><TextField {...at('signedBy')} label="签收人" mark="知道就写" autocomplete="off" /></div>
          <div data-for="ordinary_mail fax"><DateField {...at('confirmedOn')} label="与申请人确认的日期" {...read(values['confirmedOn'])} /></div>
          <div data-for="ordinary_mail"><Checkbox name="contactLost" label="到达当天联系不上申请人" checked={values['contactLost'] === 'yes'} /></div>
        </FieldRow>
        <div data-for="ordinary_mail fax"><p class="zx-meta">还没联系上申请人，确认的日期空着，按<KeyHint keys="F9" />先存为待确认收到。</p></div>
      </div>
    </FormSection>
  )
}

const { credit_code: _, ...PERSONAL } = { ...DOCUMENT_TYPES, hk_macao_permit: '港澳通行证', taiwan_permit: '台湾通行证' }

/** Looks the number up again whenever it or the kind of document changes. */
const CHECK = { 'data-refresh': '/desk/intake/preview?part=document', 'data-refresh-target': 'document-check' }

/** 申请人 (第二十九条第二款第一项), and who acts for him. */
export function ApplicantPart(props: PartProps & { readonly today: CivilDate; readonly returning: Child }) {
  const { values, today, returning } = props
  const at = fields(props)
  return (
    <FormSection title="申请人" jump={2}>
      <Segments {...at('applicantKind')} label="类别" options={choices(APPLICANT_KINDS)} />
      <div data-who="person" {...CHECK}><Segments {...at('documentType')} label="证件" options={choices(PERSONAL)} /></div>
      <FieldRow of={3}>
        <TextField {...at('name')} label={<><span data-who="person">姓名</span><span class="zx-slash">或者</span><span data-who="organization">单位名称</span></>} autocomplete="off" />
        <div {...CHECK}>
          <TextField {...at('documentNumber')} label={<><span data-who="person">证件号码</span><span class="zx-slash">或者</span><span data-who="organization">信用代码</span></>} autocomplete="off" badge={<span id="document-check"><DocumentCheck values={values} today={today} /></span>} />
        </div>
        <TextField {...at('phone')} label="电话" mark="和地址、邮箱至少写一样" autocomplete="off" inputmode="tel" />
      </FieldRow>
      <div id="returning">{returning}</div>
      <FieldRow of="2-1-1">
        <TextField {...at('address')} label="通信地址" mark="知道就写" autocomplete="off" />
        <TextField {...at('postcode')} label="邮编" mark="可不填" autocomplete="off" inputmode="numeric" />
        <TextField {...at('email')} label="电子邮箱" mark="知道就写" autocomplete="off" inputmode="email" />
      </FieldRow>
      <div id="contact-hints"><ContactHints values={values} /></div>
      <div data-who="organization"><FieldRow of={3}><TextField {...at('contactName')} label="联系人" mark="可不填" autocomplete="off" /></FieldRow></div>
      <Checkbox name="byAgent" label="有代理人" checked={values['byAgent'] === 'yes'} />
      <div class="zx-agent">
        <Segments {...at('agentDocumentType')} label="代理人的证件" options={choices(PERSONAL)} />
        <FieldRow of={3}>
          <TextField {...at('agentName')} label="代理人姓名" autocomplete="off" />
          <TextField {...at('agentDocumentNumber')} label="代理人证件号码" autocomplete="off" />
          <TextField {...at('agentPhone')} label="代理人电话" autocomplete="off" inputmode="tel" />
        </FieldRow>
        <p class="zx-meta">授权委托书和代理人的证件，同申请书一起扫描。</p>
      </div>
    </FormSection>
  )
}

/** 需要的信息 (第二项), in the applicant's own words, with the scan of the paper. */
export function WhatPart(props: PartProps & { readonly scans: readonly UploadView[] }) {
  const at = fields(props)
  return (
    <FormSection title="需要的信息" jump={3}>
      <div data-refresh="/desk/intake/preview?part=similar" data-refresh-target="similar">
        <FieldRow of="2-1">
          <TextField {...at('subject')} label="名称" mark="可不填" autocomplete="off" />
          <TextField {...at('documentRef')} label="文号" mark="可不填" autocomplete="off" />
        </FieldRow>
        <TextArea {...at('description')} label="内容描述，照原件录入" rows={4} max={2000} />
      </div>
      <UploadField name={SCANS} label={<>原件扫描件 <KeyHint keys="F8" joined /></>} mark="可以后补" errors={props.errors} kept={props.scans} enter={SAVE} />
    </FormSection>
  )
}

/** 怎么给 (第三项). */
export function HowPart(props: PartProps) {
  const at = fields(props)
  return (
    <FormSection title="怎么给" jump={4}>
      <FieldRow>
        <Segments {...at('form')} label="形式" options={choices(FORMS)} />
        <Segments {...at('way')} label="途径" options={choices(WAYS)} />
      </FieldRow>
    </FormSection>
  )
}
