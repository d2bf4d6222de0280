/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import { formOf } from '#platform/http/form.ts'
import { parse } from '#platform/validation/parse.ts'
import { listAuthorities } from '#store/authority.ts'
import type { WebEnv } from '#store/web-env.ts'
import { SIGN_OUT } from './account-links.ts'
import { neverKept } from './account-page.tsx'
import { clientOf, credentialsOf, passCookies } from './auth-call.ts'
import { authFor } from './auth.adapter.ts'
import { ownPath } from './next-path.ts'
import { SignIn } from './sign-in.schema.ts'
import { signIn } from './sign-in.ts'
import { SignInView } from './sign-in.view.tsx'

/** `/signin` and `/signout`. */
export const signInPages = new Hono<WebEnv>()

signInPages.use('/signin', neverKept)

signInPages.get('/signin', async (c) => {
  const next = ownPath(c.req.query('next'))
  if (c.get('staff') !== null) return c.redirect(next, 303)
  return c.html(<SignInView agencyName={await agencyName(c.get('services'))} csrf={c.get('csrfToken')} next={next} />)
})

signInPages.post('/signin', async (c) => {
  const services = c.get('services')
  const settings = c.get('settings')
  const form = await formOf(c)
  const next = ownPath(form.text('next'))
  const view = { csrf: c.get('csrfToken'), next, username: form.text('username') }
  const again = async (errors: readonly { field: string; message: string }[], status: 422 | 429) =>
    c.html(<SignInView {...view} agencyName={await agencyName(services)} errors={errors} />, status)

  const parsed = parse(SignIn, { username: form.text('username'), password: form.text('password'), code: form.text('code') })
  if (!parsed.ok) return again(parsed.errors, 422)
  const outcome = await signIn(services, authFor(services, settings), parsed.value, { client: clientOf(c), perMinute: settings.publicRate })
  if (outcome.ok) {
    passCookies(c, outcome.headers)
    return c.redirect(next, 303)
  }
  const errors = [{ field: outcome.field, message: outcome.refusal.message }]
  if (outcome.retryAfterSeconds === undefined) return again(errors, 422)
  c.header('Retry-After', String(outcome.retryAfterSeconds))
  return again(errors, 429)
})

signInPages.post(SIGN_OUT, async (c) => {
  const auth = authFor(c.get('services'), c.get('settings'))
  const { headers } = await auth.api.signOut({ headers: credentialsOf(c).headers, returnHeaders: true })
  passCookies(c, headers)
  return c.redirect('/signin', 303)
})

async function agencyName({ db }: WebEnv['Variables']['services']): Promise<string> {
  const [main] = await listAuthorities(db)
  return main?.name ?? ''
}
