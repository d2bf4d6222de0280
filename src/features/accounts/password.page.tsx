/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import { formOf } from '#platform/http/form.ts'
import type { WebEnv } from '#store/web-env.ts'
import type { FieldProblem } from '#ui/form/index.ts'
import { passCookies } from './auth-call.ts'
import { changePassword } from './change-password.ts'
import { AccountPage, neverKept, ownOf } from './account-page.tsx'
import { Changed, PasswordForm } from './password.view.tsx'
import { requireStaff } from './session.middleware.ts'

/** `/account/password` */
export const passwordPages = new Hono<WebEnv>()

const PATH = '/account/password'

passwordPages.use(PATH, requireStaff, neverKept)

passwordPages.get(PATH, (c) => c.html(<AccountPage c={c} title="修改密码"><PasswordForm csrf={c.get('csrfToken')} errors={[]} /></AccountPage>))

passwordPages.post(PATH, async (c) => {
  const form = await formOf(c)
  const [current, next, repeat] = [form.text('current'), form.text('password'), form.text('repeat')]
  const again = (errors: readonly FieldProblem[]) =>
    c.html(<AccountPage c={c} title="修改密码" error><PasswordForm csrf={c.get('csrfToken')} errors={errors} /></AccountPage>, 422)
  const errors = missing({ current, next, repeat })
  if (errors.length > 0) return again(errors)
  const outcome = await changePassword(ownOf(c), { current, next })
  if (!outcome.ok) {
    const field = outcome.refusal.code === 'accounts/wrong-current-password' ? 'current' : 'password'
    return again([{ field, message: outcome.refusal.message }])
  }
  passCookies(c, outcome.headers)
  return c.html(<AccountPage c={c} title="修改密码"><Changed /></AccountPage>)
})

function missing({ current, next, repeat }: { current: string; next: string; repeat: string }): FieldProblem[] {
  const errors: FieldProblem[] = []
  if (current === '') errors.push({ field: 'current', message: '请填写现在的密码' })
  if (next === '') errors.push({ field: 'password', message: '请填写新密码' })
  else if (next !== repeat) errors.push({ field: 'repeat', message: '两次写的新密码不一样，请再写一次' })
  return errors
}
