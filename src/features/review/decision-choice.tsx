/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CaseState } from '#case/state.ts'
import type { FormProps } from '#features/desk/index.ts'
import { decisionKinds, groundOf, refusedPartKinds, type DecisionKind } from '#law/disclosure-regulation/decision-kind.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { Cite } from '#ui/cite.tsx'
import { errorOf, fieldId, Radios, TextArea, TextField, type Choice } from '#ui/form/index.ts'
import { missingStep } from './missing-step.ts'

/** The groups of 年报表三, in its order. */
const GROUPS = [
  { rows: /^3\.[12]$/, title: '公开' },
  { rows: /^3\.3/, title: '不予公开' },
  { rows: /^3\.4/, title: '无法提供' },
  { rows: /^3\.5/, title: '不予处理' },
  { rows: /^3\.6/, title: '其他处理' },
] as const

/** 不予公开：国家秘密 → 国家秘密, where the group already says it. */
const shortName = (kind: DecisionKind) => kind.name.replace(/^不予公开：/u, '')

/** Every decision that the law of the receipt date knows, with its articles; then the reason. */
export function DecisionChoice({ view, values, errors }: FormProps) {
  const { lawAsOf } = view.state
  const kinds = decisionKinds(lawAsOf)
  return (
    <>
      {GROUPS.map(({ rows, title }, index) => {
        const own = kinds.filter(({ row }) => rows.test(row))
        if (own.length === 0) return null
        return (
          <Radios
            name="decision"
            id={index === 0 ? fieldId('decision') : `${fieldId('decision')}-group-${index + 1}`}
            label={title}
            error={index === 0 ? errorOf(errors, 'decision') : undefined}
            value={values['decision'] ?? ''}
            columns={index === 0 ? undefined : 2}
            options={own.map((kind) => choiceOf(kind, view.state, { values, errors }))}
          />
        )
      })}
      <TextField
        name="groundText"
        label="依据的法律、行政法规和条款"
        mark="选“法律、行政法规禁止公开”或者“其他”时写"
        help="写明全称和条款，例如《中华人民共和国统计法》第九条"
        value={values['groundText'] ?? ''}
        error={errorOf(errors, 'groundText')}
      />
      <TextArea name="reason" label="事实和理由" help="写进答复书，拟稿时还可以改" rows={5} max={3000} value={values['reason'] ?? ''} error={errorOf(errors, 'reason')} />
    </>
  )
}

function choiceOf(kind: DecisionKind, state: CaseState, { values, errors }: Pick<FormProps, 'values' | 'errors'>): Choice {
  const { lawAsOf } = state
  const ground = groundOf(kind.code, lawAsOf)
  const missing = missingStep(kind.code, state)
  return {
    value: kind.code,
    label: shortName(kind),
    cite: <Cite of={ground.ok ? ground.cites : null} />,
    ...(missing ? { disabled: true, hint: missing.refusal.message } : {}),
    ...(kind.needsRefusedPart ? { children: <RefusedPart lawAsOf={lawAsOf} value={values['refusedPart'] ?? ''} error={errorOf(errors, 'refusedPart')} /> } : {}),
  }
}

function RefusedPart({ lawAsOf, value, error }: { lawAsOf: CivilDate; value: string; error: string | undefined }) {
  const options = refusedPartKinds(lawAsOf).map((kind) => {
    const ground = groundOf(kind.code, lawAsOf)
    return { value: kind.code, label: shortName(kind), cite: <Cite of={ground.ok ? ground.cites.slice(0, 1) : null} /> }
  })
  return <Radios name="refusedPart" label="不公开的部分，依据是" value={value} error={error} options={options} />
}
