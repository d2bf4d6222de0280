/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import * as z from 'zod'
import { art } from '#law/citation.ts'
import type { CommandDoor } from '#features/desk/index.ts'
import { NextHandler } from '#ui/actions.tsx'
import { archive } from './archive.ts'

const Nothing = z.strictObject({})

/** 归档 as page and JSON route. */
export const archiveDoor: CommandDoor<typeof Nothing> = {
  command: 'archive',
  page: 'archive',
  route: 'archive',
  schema: Nothing,
  button: '归档',
  about: '答复已经送达，案卷齐全',
  cite: art('711', 45),
  labels: {},
  once: 'case_archived',
  run: (ctx, target) => archive(ctx, target),
  aside: () => <NextHandler lead="归档后" who="本案办完" detail="案卷还能查看，复议、诉讼时从这里调卷。" />,
}
