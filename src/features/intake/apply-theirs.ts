import type { Ctx } from '#store/context.ts'
import type { Overwritten } from './draft-merge.ts'
import type { Typed } from './draft-store.ts'

const CONTEXT = 'draft-theirs'

/** What another device wrote, for the button that takes it back. */
export function sealTheirs(ctx: Ctx, overwritten: readonly Overwritten[]): string {
  return ctx.keyring.sealText(JSON.stringify(Object.fromEntries(overwritten.map(({ field, theirs }) => [field, theirs]))), CONTEXT)
}

/** Nothing for what this system did not seal. */
export function openTheirs(ctx: Ctx, sealed: string): Typed {
  const opened = ctx.keyring.openText(sealed, CONTEXT)
  return opened === null ? {} : (JSON.parse(opened) as Typed)
}
