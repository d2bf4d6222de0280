import type { Context } from 'hono'
import { APPLICANT } from '#case/actor.ts'
import { authoritiesFor } from '#features/portal/index.ts'
import { countHit } from '#platform/http/rate-limit.ts'
import { contextFor, type Ctx } from '#store/context.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import type { WebEnv } from '#store/web-env.ts'
import { chosenAuthority } from './apply-steps.ts'
import { currentDraft } from './draft-session.ts'
import type { Draft, Typed } from './draft-store.ts'

/** What every request of the application form works with. */
export interface ApplyContext {
  readonly ctx: Ctx
  readonly authorities: readonly Authority[]
  /** Id of the authority whose pages this visitor reads: where a new application begins. */
  readonly usual: string
  /** The draft that is being written; null when there is none, or it has been filed. */
  readonly draft: Draft | null
  /** The draft of this browser has been filed: its receipt, and until when it is shown. */
  readonly filed: (NonNullable<Draft['filed']> & { readonly until: Draft['expiresAt']; readonly draft: string }) | null
}

export async function applyContext(c: Context<WebEnv>): Promise<ApplyContext> {
  const ctx = contextFor(c.get('services'), APPLICANT)
  const { all, chosen } = await authoritiesFor(c)
  const found = await currentDraft(c, ctx)
  const filed = found?.filed ? { ...found.filed, until: found.expiresAt, draft: found.name } : null
  return { ctx, authorities: all, usual: chosen.id, draft: found?.filed ? null : found, filed }
}

/** Every POST of the form counts against the limit of its address. */
export function limitPosts(c: Context<WebEnv>, ctx: Ctx): Promise<void> {
  return countHit(ctx.sql, ctx.now, { key: `apply:${c.get('clientAddress')}`, limit: c.get('settings').publicRate, seconds: 60 })
}

/** Whose telephone the pages name: the chosen authority's, else the main one's. */
export function authorityFor(values: Typed, authorities: readonly Authority[]): Authority {
  const shown = chosenAuthority(values, authorities) ?? authorities[0]
  if (!shown) throw new Error('no authority has been set up')
  return shown
}
