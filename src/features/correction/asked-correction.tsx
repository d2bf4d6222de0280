/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatDateWithWeekday } from '#law/civil-date.ts'
import type { Ctx } from '#store/context.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Panel } from '#ui/panel.tsx'
import { readNotice } from './read-notice.ts'

/** What the applicant was asked to mend, beside what came. */
export async function AskedCorrection({ ctx, letterId }: { ctx: Ctx; letterId: string | null }) {
  const notice = letterId === null ? null : await readNotice(ctx.db, letterId)
  if (!notice) return null
  return (
    <Panel title="补正告知书" meta={notice.documentNumber}>
      <DefinitionList
        tight
        items={[
          { term: '要补的', value: <ol class="zx-numbered">{notice.items.map((item) => <li>{item}</li>)}</ol> },
          { term: '怎样补', value: notice.guidance },
          { term: '截止', value: formatDateWithWeekday(notice.respondBy) },
        ]}
      />
    </Panel>
  )
}
