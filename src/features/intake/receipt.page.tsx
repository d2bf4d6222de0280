/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { APPLICANT_KINDS, FORMS, WAYS, type ApplicantKind, type Form, type Way } from '#case/words.ts'
import type { Clock } from '#law/clock-types.ts'
import { formatDateWithWeekday, formatShort } from '#law/civil-date.ts'
import { art } from '#law/citation.ts'
import type { Instant } from '#law/instant.ts'
import { clockTime, Phone } from '#features/portal/index.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { citesOf, Strip } from '#ui/clock/index.ts'
import { ReceiptCard } from '#ui/receipt-card.tsx'
import { Section } from '#ui/portal-parts.tsx'
import { QrCode } from '#ui/qr-code.tsx'
import { DoneTitle } from '#ui/todo-panel.tsx'
import { formatQueryCode } from './query-code.ts'

export interface ReceiptView {
  readonly authority: Authority
  readonly number: string
  readonly queryCode: string
  readonly subject: string
  readonly applicantName: string
  readonly applicantKind: ApplicantKind
  /** Null where nobody acts for the applicant. */
  readonly agentName: string | null
  /** Papers that came with it. */
  readonly papers: number
  readonly form: Form
  readonly way: Way
  /** Where the reply goes, masked: 您的邮箱 a***@example.com. */
  readonly replyTo: string
  /** By which ways he hears from us before that; null: by none. */
  readonly toldBy: string | null
  readonly filedAt: Instant
  readonly clock: Clock
  readonly letter: 'stored' | 'queued' | 'failed'
  readonly statusUrl: string
}

/** 登记回执: number, query code, both dates with their reasons. One page on paper. */
export function ReceiptPage(view: ReceiptView) {
  const { authority, number, clock, letter } = view
  return (
    <>
      <DoneTitle title="收到您的申请了">请记下或者拍下申请编号和查询码。查询进度要用这两样。</DoneTitle>
      <Card {...view} />
      <div class="no-print">
        <Buttons note={LETTER_NOTES[letter]}>
          <Button kind="primary" action="print" icon="print">打印回执</Button>
          {letter !== 'failed' && <Button href={`/receipt/${number}/receipt.pdf?download=1`} icon="download">存成PDF</Button>}
          <Button href={`/status/${number}`}>查看进度</Button>
          <Button href="/apply/who">再申请一件</Button>
        </Buttons>
        <noscript><p class="zx-meta">要打印的，用浏览器的打印功能（Ctrl加P）。</p></noscript>
      </div>
      <Next authority={authority} number={number} clock={clock} replyTo={view.replyTo} toldBy={view.toldBy} />
    </>
  )
}

function Card({ authority, number, queryCode, clock, ...view }: ReceiptView) {
  return (
    <ReceiptCard
      agencyName={authority.name}
      number={number}
      code={formatQueryCode(queryCode)}
      qr={<QrCode text={view.statusUrl} label={`二维码：打开申请${number}的查询页`} />}
      qrText="扫码打开查询页，再输查询码。不含您的个人信息"
      facts={[
        { term: '申请内容', value: view.subject },
        { term: '申请人', value: `${view.applicantName}（${APPLICANT_KINDS[view.applicantKind]}）` },
        ...(view.agentName === null ? [] : [{ term: '代理人', value: view.agentName }]),
        ...(view.papers === 0 ? [] : [{ term: '随附材料', value: `${view.papers}份` }]),
        { term: '怎么给您', value: `${WAYS[view.way]}，${FORMS[view.form]}` },
      ]}
      dates={[
        {
          label: '收到日',
          date: formatDateWithWeekday(clock.receivedOn),
          why: `您在网上${clockTime(view.filedAt)}提交，系统当场自动确认，确认当天就是收到日。`,
          article: <Cite of={art('711', 31, undefined, 3)} form="full" block />,
        },
        {
          label: '最晚答复日',
          date: formatDateWithWeekday(clock.dueOn!),
          why: `${clock.working.map((step) => step.text).join('；')}。`,
          article: <Cite of={citesOf(clock)} form="full" block />,
        },
      ]}
    >
      <Strip clock={clock} today={clock.receivedOn} size="receipt" />
    </ReceiptCard>
  )
}

const LETTER_NOTES: Record<ReceiptView['letter'], string | undefined> = {
  stored: undefined,
  queued: 'PDF正在生成，过几秒就能存。',
  failed: 'PDF没有生成出来，请先打印这一页；工作人员正在处理。',
}

function Next({ authority, number, clock, replyTo, toldBy }: Pick<ReceiptView, 'authority' | 'number' | 'clock' | 'replyTo' | 'toldBy'>) {
  const correction = clock.correctionNoticeDueOn
  return (
    <Section title="接下来">
      <ol class="zx-next-list">
        {correction && <li><b>{formatShort(correction)}前</b>，如果内容不够清楚，会通知您补正，只通知一次。<span class="zx-meta">补正后答复期限重新计算。</span></li>}
        <li>如果要征求别人的意见，会告诉您。<span class="zx-meta">征求意见的时间不计算在内，最晚答复日会往后移。</span></li>
        <li><b>{formatShort(clock.dueOn!)}前</b>，{replyTo}。</li>
      </ol>
      {toldBy !== null && <p>{toldBy}。</p>}
      <p>有问题打咨询电话 <Phone number={authority.consultPhone} />，说申请编号{number}。</p>
    </Section>
  )
}
