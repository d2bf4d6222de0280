/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { requestOf } from '#case/request.ts'
import { CHANNELS, FORMS, WAYS, type Channel, type Form, type Way } from '#case/words.ts'
import { casePath } from '#features/desk/index.ts'
import { personalRows } from '#features/personal-data/index.ts'
import { art, type Citation } from '#law/citation.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { Cite } from '#ui/cite.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Panel } from '#ui/panel.tsx'
import type { CaseDossier } from './dossier.ts'

/** Which item of 条例第三十一条 fixes the day of receipt. */
const RECEIPT: Record<Channel, Citation> = {
  in_person: art('711', 31, undefined, 1),
  oral: art('711', 31, undefined, 1),
  registered_mail: art('711', 31, undefined, 2),
  ordinary_mail: art('711', 31, undefined, 2),
  fax: art('711', 31, undefined, 3),
  internet: art('711', 31, undefined, 3),
}

/** 申请: what was asked, when it came, by whom (masked), how it is to be given. */
export function RequestPanel({ dossier, mayOpen }: { dossier: CaseDossier; mayOpen: boolean }) {
  const { view, application, applicant, personal } = dossier
  const { channel, number } = view.row
  const open = mayOpen && <a href={casePath(number, 'personal-data')}>查看全部，须写明事由</a>
  const contact = personal === null ? [] : personalRows(applicant.documentType, personal)
  return (
    <Panel title="申请">
      <DefinitionList
        items={[
          { term: '所需信息', value: <span class="zx-typed">{requestOf(view.state, application)}</span> },
          view.state.part !== null && { term: '申请全文', value: <details><summary>拆分以前的整份申请</summary><span class="zx-typed">{application.description}</span></details> },
          application.documentRef !== null && { term: '文号', value: application.documentRef },
          {
            term: '收到',
            value: <>{formatDateWithWeekday(view.row.receivedOn)}，{CHANNELS[channel as Channel] ?? channel} <Cite of={RECEIPT[channel as Channel] ?? null} /></>,
          },
          { term: '申请人', value: <>{applicant.name}{personal === null && '（个人信息已按规定清除）'} {open}</> },
          ...contact,
          { term: '怎么给', value: `${FORMS[application.form as Form] ?? application.form}，${WAYS[application.delivery as Way] ?? application.delivery}` },
        ]}
      />
    </Panel>
  )
}
