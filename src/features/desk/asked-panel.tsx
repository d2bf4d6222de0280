/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { requestOf } from '#case/request.ts'
import { FORMS, type Form } from '#case/words.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { applicationOf } from '#store/application.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Panel } from '#ui/panel.tsx'
import type { FormProps } from './command-door.ts'

/** What was asked, beside the question what to do with it. */
export async function AskedPanel({ ctx, view }: Pick<FormProps, 'ctx' | 'view'>) {
  const application = await applicationOf(ctx.db, view.row.applicationId)
  const { documentRef, form } = application
  return (
    <Panel title="申请">
      <DefinitionList
        tight
        items={[
          { term: '所需信息', value: requestOf(view.state, application) },
          documentRef !== null && { term: '文号', value: documentRef },
          { term: '收到', value: formatDateWithWeekday(view.row.receivedOn) },
          { term: '要的形式', value: FORMS[form as Form] ?? form },
        ]}
      />
    </Panel>
  )
}
