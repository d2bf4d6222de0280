/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import * as z from 'zod'
import { art } from '#law/citation.ts'
import { AskedPanel, type CommandDoor } from '#features/desk/index.ts'
import { NextHandler } from '#ui/actions.tsx'
import { accept } from './accept.ts'

const Nothing = z.strictObject({})

/** 受理 as page and JSON route. */
export const acceptDoor: CommandDoor<typeof Nothing> = {
  command: 'accept',
  page: 'accept',
  route: 'accept',
  schema: Nothing,
  button: '受理',
  about: '申请内容明确，不用补正',
  cite: art('711', 30),
  labels: {},
  once: 'application_accepted',
  run: (ctx, target) => accept(ctx, target),
  aside: (props) => (
    <>
      <NextHandler lead="受理后交给" who="公开办分办" detail="分办时选定承办单位和承办人。" />
      <AskedPanel {...props} />
    </>
  ),
}
