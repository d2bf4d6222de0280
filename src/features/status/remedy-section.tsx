/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { Cite } from '#ui/cite.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Section } from '#ui/portal-parts.tsx'
import type { ReplyView } from './status-view.ts'

/** 不服怎么办: the clause of the letter with its last days, as far as the day of receipt is known. */
export function RemedySection({ reply }: { reply: ReplyView }) {
  const { remedy } = reply
  if (!remedy) return null
  const cites = remedy.working.flatMap(({ cite }) => (cite === null ? [] : [cite]))
  const distinct = cites.filter((cite, index) => cites.findIndex((other) => JSON.stringify(other) === JSON.stringify(cite)) === index)
  return (
    <Section title="不服怎么办">
      <div class="zx-prose"><p>{remedy.clause}</p></div>
      {remedy.reconsiderationBy === null
        ? <p class="zx-prose">答复书是寄给您的，从您收到的第二天起数，所以最后一天要按您收到的日期算。</p>
        : (
          <DefinitionList
            big
            items={[
              { term: '申请复议', value: <>最晚<b>{formatDateWithWeekday(remedy.reconsiderationBy)}</b></> },
              remedy.litigationBy !== null && { term: '直接起诉', value: <>最晚<b>{formatDateWithWeekday(remedy.litigationBy)}</b></> },
            ]}
          />
        )}
      {remedy.provisional && <p class="zx-prose">其中有的日子还没公布放假安排，公布后可能会变。</p>}
      <p><Cite of={distinct} form="full" /></p>
    </Section>
  )
}
