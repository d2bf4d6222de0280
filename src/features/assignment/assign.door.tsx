/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import { AskedPanel, type CommandDoor, type FormProps } from '#features/desk/index.ts'
import { NextHandler } from '#ui/actions.tsx'
import { errorOf, Radios, Select } from '#ui/form/index.ts'
import { assign } from './assign.ts'
import { AssignCase } from './assign.schema.ts'
import { listHandlers } from './handlers.ts'

/** Up to here a choice is laid out, beyond it is a drop-down (ui.md §4). */
const LAID_OUT = 6

async function Fields({ ctx, view, values, errors }: FormProps) {
  const handlers = await listHandlers(ctx)
  const options = handlers.map(({ id, name, unitName, openCases }) => ({ id, name, unitName, load: `手上${openCases}件`, now: id === view.state.handlerId }))
  const field = { name: 'handlerId', label: '承办人', error: errorOf(errors, 'handlerId') ?? undefined, value: values['handlerId'] ?? '' }
  if (options.length === 0) return <p>本机关还没有承办人，请系统管理员先在人员里添加。</p>
  if (options.length <= LAID_OUT) {
    return (
      <Radios
        {...field}
        options={options.map(({ id, name, unitName, load, now }) => ({ value: id, label: `${name}（${unitName}）`, hint: now ? `${load}，现在由他承办` : load, disabled: now }))}
      />
    )
  }
  const list = options.map(({ id, name, unitName, load }) => ({ value: id, label: `${unitName}　${name}，${load}` }))
  return <Select {...field} options={[{ value: '', label: '请选择' }, ...list]} />
}

/** 分办 as page and JSON route. */
export const assignDoor: CommandDoor<typeof AssignCase> = {
  command: 'assign',
  page: 'assign',
  route: 'assign',
  schema: AssignCase,
  button: '分办',
  about: '选定承办单位和承办人；签发前都可以转办，已经送审的由新承办人看过再送',
  cite: art('711', 45),
  labels: { handlerId: '承办人' },
  words: () => null,
  mends: { 'assignment/unknown-handler': 'handlerId', 'assignment/cannot-handle': 'handlerId', 'assignment/same-handler': 'handlerId' },
  run: (ctx, target, input) => assign(ctx, target, input),
  fields: (props) => <Fields {...props} />,
  aside: (props) => (
    <>
      <NextHandler lead="分办后交给" who="选定的承办人" detail="他的待办里会出现本案，接着由他定处理决定、拟答复书。本单位负责人也看得到。" />
      <AskedPanel {...props} />
    </>
  ),
}
