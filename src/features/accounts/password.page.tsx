/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import { formOf } from '#platform/http/form.ts'
import type { WebEnv } from '#store/web-env.ts'
import { Button } from '#ui/button.tsx'
import { Csrf, errorOf, ErrorSummary, PasswordField, type FieldProblem } from '#ui/form/index.ts'
import { Panel } from '#ui/panel.tsx'
import { passCookies } from './auth-call.ts'
import { changePassword } from './change-password.ts'
import { AccountPage, neverKept, ownOf } from './account-page.tsx'
import { PASSWORD_MIN } from './password-rule.ts'
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

function PasswordForm({ csrf, errors }: { csrf: string; errors: readonly FieldProblem[] }) {
  return (
    <Panel title="换一个密码">
      <ErrorSummary errors={errors} />
      <form method="post" action={PATH}>
        <Csrf token={csrf} />
        <PasswordField name="current" label="现在的密码" error={errorOf(errors, 'current')} width="half" />
        <PasswordField name="password" label="新密码" help={`至少${PASSWORD_MIN}个字符，里面不能有用户名`} autocomplete="new-password" error={errorOf(errors, 'password')} width="half" />
        <PasswordField name="repeat" label="再写一次新密码" autocomplete="new-password" error={errorOf(errors, 'repeat')} width="half" />
        <Button kind="primary">修改密码</Button>
      </form>
    </Panel>
  )
}

function Changed() {
  return (
    <Panel title="密码已经改了">
      <p>下次登录用新密码。您在别处的登录都已经退出，这里不用重新登录。</p>
      <Button href="/desk" kind="primary">回待办</Button>
    </Panel>
  )
}
