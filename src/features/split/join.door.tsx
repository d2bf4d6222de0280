/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import * as z from 'zod'
import { AskedPanel, type CommandDoor, type FormProps } from '#features/desk/index.ts'
import { art } from '#law/citation.ts'
import { CheckList } from '#ui/lists.tsx'
import { Panel } from '#ui/panel.tsx'
import { joinParts } from './join.ts'

const Nothing = z.strictObject({})

function Aside({ ctx, view }: FormProps) {
  const { state, row } = view
  return (
    <>
      <AskedPanel ctx={ctx} view={view} />
      <Panel title="并回以后">
        <CheckList items={[`${state.parts.join('、')}到此为止，编号不再用`, `整份申请在${row.number}办理，期限不变`, '并回的不再计入申请人当月的件数']} />
      </Panel>
    </>
  )
}

/** 并回 as page and JSON route. */
export const joinDoor: CommandDoor<typeof Nothing> = {
  command: 'join',
  page: 'join',
  route: 'join',
  schema: Nothing,
  button: '全部并回',
  about: '拆开的几件都还在登记环节，可以并回原案',
  cite: art('109', 4),
  labels: {},
  once: 'parts_joined',
  run: (ctx, target) => joinParts(ctx, target),
  aside: (props) => <Aside {...props} />,
}
