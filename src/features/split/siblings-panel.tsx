/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { casePath, type CaseView } from '#features/desk/index.ts'
import { maySee } from '#case/visibility.ts'
import type { StaffCtx } from '#store/context.ts'
import { LinkList } from '#ui/lists.tsx'
import { Panel } from '#ui/panel.tsx'
import { casesOfApplication } from './siblings.ts'

/** 一事一申请: the cases that one application has become; nothing where it was never split. */
export async function SiblingsPanel({ ctx, view }: { ctx: StaffCtx; view: CaseView }) {
  const { row } = view
  const all = await casesOfApplication(ctx.db, row.applicationId)
  if (all.length < 2) return null
  const standing = all.filter(({ status }) => status !== 'joined')
  return (
    <Panel title="同一份申请" meta={standing.length < 2 ? '拆分过，已经并回' : `一事一申请，拆成${standing.length}件`}>
      <LinkList
        rows={all.map((one) => ({
          label: one.caseId === row.id ? `${one.number}（本案）` : one.number,
          ...(one.caseId !== row.id && maySee(ctx.actor, one) ? { href: casePath(one.number) } : {}),
          about: `${one.subject}　${one.statusName}`,
        }))}
      />
    </Panel>
  )
}
