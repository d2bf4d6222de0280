/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FormProps } from '#features/desk/index.ts'
import { papersOfCase } from '#features/papers/index.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import type { Ctx } from '#store/context.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Panel } from '#ui/panel.tsx'
import { waitingLateCorrection } from './late-correction.decide.ts'
import { readNotice } from './read-notice.ts'
import { SupplementsPanel } from './supplements-panel.tsx'

/** Beside the question what to do with a correction: the late one that came, or what was asked. */
export async function WhatCame({ ctx, view }: Pick<FormProps, 'ctx' | 'view'>) {
  if (!waitingLateCorrection(view.state)) return <AskedCorrection ctx={ctx} letterId={view.state.correction?.letterId ?? null} />
  return <SupplementsPanel ctx={ctx} view={view} papers={await papersOfCase(ctx, view)} />
}

async function AskedCorrection({ ctx, letterId }: { ctx: Ctx; letterId: string | null }) {
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
