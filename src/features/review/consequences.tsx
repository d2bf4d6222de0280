/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { APPLICANT_KINDS, type ApplicantKind } from '#case/words.ts'
import type { FormProps } from '#features/desk/index.ts'
import { letterOf } from '#features/reply/index.ts'
import { TABLE_THREE_ROWS } from '#law/annual-report/table-three.ts'
import { decisionKind, groundOf, isDecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import { remedyFor } from '#law/remedies/remedy.ts'
import { findAuthority } from '#store/authority.ts'
import { remedyAt } from '#store/authority-remedy.ts'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Panel } from '#ui/panel.tsx'
import { missingStep } from './missing-step.ts'

/** 这样答，结果是: what follows from the chosen decision. Without script the button asks for it. */
export async function Consequences(props: FormProps) {
  const chosen = props.values['decision'] ?? ''
  return (
    <Panel title="这样答，结果是" edge="navy">
      {isDecisionCode(chosen) && missingStep(chosen, props.view.state) === null ? <Results {...props} /> : <p class="zx-meta">选一种处理决定，这里写出它的依据、文书、救济和年报行。</p>}
      <div class="zx-buttons-block"><div class="zx-buttons"><Button form="command" name="preview" value="yes" small>看结果</Button></div></div>
    </Panel>
  )
}

async function Results({ ctx, view, values }: FormProps) {
  const code = values['decision'] ?? ''
  if (!isDecisionCode(code)) return null
  const kind = decisionKind(code)
  const part = values['refusedPart'] ?? ''
  const ground = groundOf(code, view.state.lawAsOf, isDecisionCode(part) ? part : undefined)
  if (!ground.ok) return <p>{ground.refusal.message}</p>
  const authority = await findAuthority(ctx.db, view.row.authorityId)
  const question = { decision: code, issuedOn: ctx.today, lawAsOf: view.state.lawAsOf, calendar: ctx.calendar }
  const remedy = authority === null ? remedyFor(question) : remedyAt(authority, question)
  const why = remedy.ok ? remedy.working.flatMap(({ cite }) => (cite === null ? [] : [cite])) : []
  return (
    <DefinitionList
      tight
      items={[
        { term: '处理决定', value: <><b>{kind.name}</b><Cite of={ground.cites} block /></> },
        { term: '文书', value: letterOf(code).title },
        remedy.ok && { term: '救济', value: <>{remedy.clause === '' ? '没有可以复议或者起诉的决定' : remedy.clause}<Cite of={why} block /></> },
        { term: '年报', value: `表三 ${TABLE_THREE_ROWS[kind.row]}，${columnOf(view.row.applicantKind)}` },
      ]}
    />
  )
}

/** The column of 年报表三. */
function columnOf(kind: string): string {
  return kind === 'natural_person' ? '自然人列' : `法人・${APPLICANT_KINDS[kind as ApplicantKind] ?? kind}列`
}
