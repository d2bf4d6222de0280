/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { supplementsOf } from '#features/correction/index.ts'
import { AskedPanel, type CommandDoor, type FormProps } from '#features/desk/index.ts'
import { art } from '#law/citation.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { applicationOf } from '#store/application.ts'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { errorOf, TextArea } from '#ui/form/index.ts'
import { CheckList } from '#ui/lists.tsx'
import { Panel } from '#ui/panel.tsx'
import { partsForm, partsIn, rowName, rowsOf } from './parts-form.ts'
import { MOST_PARTS, proposeParts } from './propose-parts.ts'
import { readyToSplit } from './split.decide.ts'
import { splitApplication } from './split.ts'
import { SplitApplication } from './split.schema.ts'

function Fields({ values, errors, view }: FormProps) {
  const parts = partsIn(values)
  return (
    <>
      {parts.map((part, index) => (
        <div class="zx-part">
          <TextArea
            name={rowName(index + 1)}
            label={`第${index + 1}件`}
            mark={index === 0 ? `留在${view.row.number}` : '另立一件'}
            value={part}
            rows={3}
            max={2000}
            error={errorOf(errors, rowName(index + 1))}
          />
          {parts.length > 2 && <p class="zx-part-end"><Button small name="remove" value={String(index + 1)}>去掉第{index + 1}件</Button></p>}
        </div>
      ))}
      {parts.length < MOST_PARTS && <p><Button small name="add" value="1">再加一件</Button></p>}
    </>
  )
}

async function Aside({ ctx, view }: FormProps) {
  const { row } = view
  const supplements = await supplementsOf(ctx.db, ctx, view)
  return (
    <>
      <AskedPanel ctx={ctx} view={view} />
      {supplements.map(({ content }) => content !== null && <Panel title="补正的内容"><p class="zx-typed">{content.text}</p></Panel>)}
      <Panel title="拆开以后">
        <CheckList
          items={[
            `${row.number}编号不变，办第1件；其余各有编号和登记回执`,
            `每件的期限都从${formatDateWithWeekday(row.receivedOn)}收到之日起算`,
            <>每件各计1件，接着申请人当月的件数往下数 <Cite of={art('109', 4)} /></>,
            '申请人凭原来的查询码，每一件都能查到',
            '受理以前可以并回',
          ]}
        />
      </Panel>
    </>
  )
}

/** 拆分 as page and JSON route. The page proposes parts from how the description is written. */
export const splitDoor: CommandDoor<typeof SplitApplication> = {
  command: 'split',
  page: 'split',
  route: 'split',
  schema: SplitApplication,
  button: '拆开登记',
  about: '一份申请要几样信息，按一事一申请分成几件办',
  cite: art('109', 4),
  labels: Object.fromEntries(Array.from({ length: MOST_PARTS }, (_, index) => [rowName(index + 1), `第${index + 1}件`])),
  growing: partsForm,
  once: 'application_split',
  ready: readyToSplit,
  run: (ctx, target, input) => splitApplication(ctx, target, input),
  fields: (props) => <Fields {...props} />,
  aside: (props) => <Aside {...props} />,
  async initial(ctx, view) {
    const { description } = await applicationOf(ctx.db, view.row.applicationId)
    return rowsOf(proposeParts(description))
  },
}
