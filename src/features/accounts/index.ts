import { Hono } from 'hono'
import type { Services } from '#store/context.ts'
import type { WebEnv, WebSettings } from '#store/web-env.ts'
import { authFor } from './auth.adapter.ts'
import { passwordPages } from './password.page.tsx'
import { sessionApi } from './session.api.ts'
import { requireStaff, withStaff } from './session.middleware.ts'
import { signInPages } from './sign-in.page.tsx'
import { twoFactorPages } from './two-factor.page.tsx'

export { ACCOUNT_MENU, SIGN_OUT } from './account-links.ts'
export { addUser } from './add-user.ts'
export type { NewUser } from './add-user.decide.ts'
export { resetAccess, setUserActive } from './manage-user.ts'
export { requireStaff, staffOf, withStaff } from './session.middleware.ts'
export { findStaff, listStaff } from './staff.ts'
export { expiredSignIns } from './sweep.ts'

/** Sign-in, sign-out and one's own account. */
export const accountPages = new Hono<WebEnv>().route('/', signInPages).route('/', passwordPages).route('/', twoFactorPages)

/** `/session`, to be mounted under `/api/v1`. */
export const accountApi = new Hono<WebEnv>().route('/', sessionApi)

/** The doors of accounts for one process. Sets up better-auth now, so that the first person does not wait for it. */
export function createAccounts(process: { readonly services: Services; readonly settings: WebSettings }) {
  authFor(process.services, process.settings)
  return { pages: accountPages, api: accountApi, withStaff, requireStaff }
}
