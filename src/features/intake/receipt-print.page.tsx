/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { APPLICANT_KINDS, CHANNELS, FORMS, WAYS, type ApplicantKind, type Channel, type Form, type Way } from '#case/words.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import type { Receipt } from '#law/disclosure-regulation/art31-receipt.ts'
import type { ApplicationRow } from '#store/application.ts'
import type { CaseRow } from '#store/case-store.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { citesOf, Strip } from '#ui/clock/index.ts'
import { Csrf } from '#ui/form/index.ts'
import { Document } from '#ui/head.tsx'
import { KeyHint } from '#ui/key-hint.tsx'
import { QrCode } from '#ui/qr-code.tsx'
import { ReceiptCard } from '#ui/receipt-card.tsx'
import { formatQueryCode } from './query-code.ts'

export interface ReceiptPrint {
  readonly authority: Authority
  readonly row: CaseRow
  readonly asked: ApplicationRow
  readonly queryCode: string
  /** Why this is the day of receipt. */
  readonly receipt: Receipt
  readonly clock: Clock
  readonly statusUrl: string
  /** Token for the button that prints the form to be signed; null where nothing has to be signed. */
  readonly toSign?: string | null
}

/** The receipt that the window hands over: one sheet in the dress of the portal, with the buttons of the clerk above it. */
export function ReceiptPrintPage(view: ReceiptPrint) {
  const { authority, row, queryCode, clock, receipt, statusUrl, toSign = null } = view
  return (
    <Frame title={`回执 ${row.number}`}>
      <ClerkBar number={row.number} />
      {toSign !== null && <ToSign number={row.number} csrf={toSign} />}
      <h1 class="zx-sr">{row.number}的登记回执</h1>
      <ReceiptCard
        agencyName={authority.name}
        number={row.number}
        code={formatQueryCode(queryCode)}
        qr={<QrCode text={statusUrl} label={`二维码：打开申请${row.number}的查询页`} />}
        qrText="扫码打开查询页，再输查询码。不含您的个人信息"
        facts={facts(view)}
        dates={[
          { label: '收到日', date: formatDateWithWeekday(clock.receivedOn), why: <>{receipt.working.map(({ text }) => <>{text}{text.endsWith('。') ? '' : '。'}</>)}</>, article: <Cite of={receipt.cite} form="full" block /> },
          { label: '最晚答复日', date: clock.dueOn === null ? '' : formatDateWithWeekday(clock.dueOn), why: <>{clock.working.map(({ text }) => <>{text}{text.endsWith('。') ? '' : '。'}</>)}</>, article: <Cite of={citesOf(clock)} form="full" block /> },
        ]}
      >
        <Strip clock={clock} today={clock.receivedOn} size="receipt" />
        <p class="zx-help">查询进度：{statusUrl.replace(/^https?:\/\//, '').replace(/\?.*$/, '')}，输入申请编号和查询码。咨询电话{authority.consultPhone}，监督电话{authority.supervisePhone}。办理单位：{authority.officeName}，{authority.address}。</p>
      </ReceiptCard>
    </Frame>
  )
}

function facts({ row, asked }: ReceiptPrint) {
  return [
    { term: '申请内容', value: row.subject },
    { term: '申请人', value: `${row.applicantName}（${APPLICANT_KINDS[row.applicantKind as ApplicantKind]}）` },
    { term: '怎么来的', value: arrival(asked) },
    { term: '怎么给您', value: `${WAYS[asked.delivery as Way]}，${FORMS[asked.form as Form]}` },
  ]
}

function arrival({ channel, receipt }: ApplicationRow): string {
  const mail = typeof receipt['mailNumber'] === 'string' ? `，邮件号${receipt['mailNumber']}` : ''
  return `${CHANNELS[channel as Channel]}${mail}`
}

/** In place of a receipt whose code is no longer known here. */
export function ReceiptGonePage({ number }: { number: string }) {
  return (
    <Frame title={`回执 ${number}`}>
      <ClerkBar number={number} />
      <h1>这份回执不能再打印了</h1>
      <p class="zx-lede">查询码只在录入后30分钟内、在录入的电脑上能打印一次，别处不留。{number}的登记回执（不带查询码）在案卷的文书里。</p>
    </Frame>
  )
}

function Frame({ title, children }: { title: string; children: Child }) {
  return (
    <Document title={`${title} · 知悉`} bodyClass="zx zx-portal" frame="portal">
      <main id="main" class="zx-wrap zx-narrow" tabindex={-1}>{children}</main>
    </Document>
  )
}

/** Oral applications are signed on paper (29条第一款); until the scan is there the case shows 待附签字件. */
function ToSign({ number, csrf }: { number: string; csrf: string }) {
  return (
    <form class="zx-buttons no-print" method="post" action={`/desk/intake/form/${number}`}>
      <Csrf token={csrf} />
      <Button keys="S">打印申请书，请申请人签字</Button>
      <span class="zx-meta">签好后扫描，在案件页附上；附上以前案件标“待附签字件”。打印会记进案件经过。</span>
    </form>
  )
}

/** The print button takes the focus, so that Enter prints. */
function ClerkBar({ number }: { number: string }) {
  return (
    <nav class="zx-buttons no-print" aria-label="录入">
      <button class="btn zx-btn-primary zx-needs-script" type="button" data-action="print" data-key="p" autofocus><span>打印回执</span><KeyHint keys="P" /></button>
      <Button href="/desk/intake" keys="N">再录一份</Button>
      <Button href={`/desk/cases/${number}`}>看案件</Button>
      <noscript><span class="zx-meta">打印用浏览器的打印功能（Ctrl加P）。</span></noscript>
    </nav>
  )
}
