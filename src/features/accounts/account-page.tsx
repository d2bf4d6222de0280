/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context, MiddlewareHandler } from 'hono'
import type { Child } from 'hono/jsx'
import type { WebEnv } from '#store/web-env.ts'
import { WorkbenchPage } from '#ui/layout-workbench.tsx'
import { railEntries } from '#ui/workbench-links.ts'
import { ACCOUNT_MENU, SIGN_OUT } from './account-links.ts'
import { authFor } from './auth.adapter.ts'
import { credentialsOf } from './auth-call.ts'
import type { Own } from './own-account.ts'
import { staffOf } from './session.middleware.ts'

/** For pages that may show secrets: no browser and no proxy keeps them. */
export const neverKept: MiddlewareHandler = async (c, next) => {
  c.header('Cache-Control', 'no-store')
  await next()
}

/** A page about one's own account. */
export function AccountPage({ c, title, error, children }: { c: Context<WebEnv>; title: string; error?: boolean; children: Child }) {
  const actor = staffOf(c)
  return (
    <WorkbenchPage title={title} actor={actor} entries={railEntries(actor)} current={null} csrf={c.get('csrfToken')} signOutAction={SIGN_OUT} menu={ACCOUNT_MENU} error={error}>
      {children}
    </WorkbenchPage>
  )
}

/** The signed-in person of this request at work on his own account. */
export function ownOf(c: Context<WebEnv>): Own {
  const services = c.get('services')
  return { services, auth: authFor(services, c.get('settings')), staff: staffOf(c), headers: credentialsOf(c).headers }
}
