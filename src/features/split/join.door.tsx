/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import * as z from 'zod'
import type { CommandDoor, FormProps } from '#features/desk/index.ts'
import { art } from '#law/citation.ts'
import { applicationOf } from '#store/application.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { joinParts } from './join.ts'
import { readyToJoin } from './split.decide.ts'
import { SiblingsPanel } from './siblings-panel.tsx'

const Nothing = z.strictObject({})

async function Fields({ ctx, view }: FormProps) {
  const { state, row } = view
  const { description } = await applicationOf(ctx.db, row.applicationId)
  return (
    <DefinitionList
      items={[
        { term: '并回的', value: `${state.parts.join('、')}，到此为止，编号不再用` },
        { term: '以后办', value: <><p>整份申请在{row.number}办理，期限不变：</p><p class="zx-typed">{description}</p></> },
        { term: '月内件数', value: '并回的不再计入申请人当月的件数' },
      ]}
    />
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
  ready: readyToJoin,
  run: (ctx, target) => joinParts(ctx, target),
  fields: (props) => <Fields {...props} />,
  aside: (props) => <SiblingsPanel ctx={props.ctx} view={props.view} />,
}
