/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import { AskedPanel, decisionName, type CommandDoor } from '#features/desk/index.ts'
import { DecisionChoice } from './decision-choice.tsx'
import { Consequences } from './consequences.tsx'
import { takeDecision } from './decide.ts'
import { TakeDecision } from './decide.schema.ts'

/** 定处理决定 as page and JSON route. */
export const decideDoor: CommandDoor<typeof TakeDecision> = {
  command: 'decide',
  page: 'decide',
  route: 'decision',
  schema: TakeDecision,
  button: '定下来，去拟稿',
  about: '一件申请一种决定；拟稿时还可以改',
  cite: art('711', 36),
  labels: { decision: '处理决定', refusedPart: '不公开部分的依据', groundText: '依据的法律、行政法规和条款', reason: '事实和理由' },
  preview: { button: 'preview', region: 'consequences', of: (props) => <Consequences {...props} /> },
  words: (name, value) => (name === 'decision' || name === 'refusedPart' ? decisionName(value) : value),
  mends: {
    'review/unknown-decision': 'decision',
    'law/not-in-force': 'decision',
    'review/no-correction': 'decision',
    'review/no-reasons-request': 'decision',
    'review/no-fee-notice': 'decision',
    'review/no-withdrawal': 'decision',
    'review/missing-refused-part': 'refusedPart',
    'review/unknown-refused-part': 'refusedPart',
    'review/missing-ground': 'groundText',
  },
  run: (ctx, target, input) => takeDecision(ctx, target, input),
  fields: (props) => <DecisionChoice {...props} />,
  aside: (props) => (
    <>
      <div id="consequences"><Consequences {...props} /></div>
      <AskedPanel {...props} />
    </>
  ),
  initial(_ctx, { state: { decision } }) {
    if (decision === null) return {}
    const { code, reason, groundText, refusedPart } = decision
    return { decision: code, reason, ...(groundText === null ? {} : { groundText }), ...(refusedPart === null ? {} : { refusedPart }) }
  },
}
