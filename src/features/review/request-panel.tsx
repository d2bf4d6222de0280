/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { FORMS, type Form } from '#case/words.ts'
import type { FormProps } from '#features/desk/index.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { applicationOf } from '#store/application.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Panel } from '#ui/panel.tsx'

/** What was asked, beside the question how to answer it. */
export async function RequestPanel({ ctx, view }: FormProps) {
  const { description, documentRef, form } = await applicationOf(ctx.db, view.row.applicationId)
  return (
    <Panel title="申请">
      <DefinitionList
        tight
        items={[
          { term: '所需信息', value: description },
          documentRef !== null && { term: '文号', value: documentRef },
          { term: '收到', value: formatDateWithWeekday(view.row.receivedOn) },
          { term: '要的形式', value: FORMS[form as Form] ?? form },
        ]}
      />
    </Panel>
  )
}
