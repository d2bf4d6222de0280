/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import { AskedPanel, type CommandDoor, type FormProps } from '#features/desk/index.ts'
import { errorOf, Radios, TextField } from '#ui/form/index.ts'
import { readyToLink } from './link.decide.ts'
import { linkCases } from './link.ts'
import { LinkCases, RELATIONS } from './link.schema.ts'

const HINTS: Record<keyof typeof RELATIONS, string> = {
  similar: '要的信息差不多，可以参照着办',
  repeated: '同一申请人要相同的信息；是否按重复申请答复，定处理决定时再判断',
}

function Fields({ values, errors }: FormProps) {
  return (
    <>
      <TextField name="other" label="另一件的编号" help="本机关的案件，您能看到的" value={values['other'] ?? ''} error={errorOf(errors, 'other')} autocomplete="off" width="half" />
      <Radios
        name="relation"
        label="怎么相关"
        value={values['relation'] ?? ''}
        error={errorOf(errors, 'relation')}
        options={Object.entries(RELATIONS).map(([value, label]) => ({ value, label, hint: HINTS[value as keyof typeof RELATIONS] }))}
      />
      <TextField name="note" label="说明" mark="可不填" value={values['note'] ?? ''} error={errorOf(errors, 'note')} autocomplete="off" />
    </>
  )
}

/** 关联 as page and JSON route. */
export const linkDoor: CommandDoor<typeof LinkCases> = {
  command: 'link',
  page: 'link',
  route: 'links',
  schema: LinkCases,
  button: '关联',
  about: '两件案子互相能看到，办理不受影响',
  cite: art('711', 36, undefined, 6),
  labels: { other: '另一件的编号', relation: '怎么相关', note: '说明' },
  words: (name, value) => (name === 'relation' ? (RELATIONS[value as keyof typeof RELATIONS] ?? null) : value),
  mends: { 'link/itself': 'other', 'link/no-such-case': 'other', 'link/already-linked': 'other' },
  ready: readyToLink,
  run: (ctx, target, input) => linkCases(ctx, target, input),
  fields: (props) => <Fields {...props} />,
  aside: (props) => <AskedPanel {...props} />,
}
