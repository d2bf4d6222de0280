/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, errorOf, ErrorSummary, PasswordField, type FieldProblem } from '#ui/form/index.ts'
import { Panel } from '#ui/panel.tsx'
import { PASSWORD_MIN } from './password-rule.ts'

/** Old password once, new one twice. */
export function PasswordForm({ csrf, errors }: { csrf: string; errors: readonly FieldProblem[] }) {
  return (
    <Panel title="换一个密码">
      <ErrorSummary errors={errors} />
      <form method="post" action="/account/password">
        <Csrf token={csrf} />
        <PasswordField name="current" label="现在的密码" error={errorOf(errors, 'current')} width="half" />
        <PasswordField name="password" label="新密码" help={`至少${PASSWORD_MIN}个字符，里面不能有用户名`} autocomplete="new-password" error={errorOf(errors, 'password')} width="half" />
        <PasswordField name="repeat" label="再写一次新密码" autocomplete="new-password" error={errorOf(errors, 'repeat')} width="half" />
        <Buttons><Button kind="primary">修改密码</Button></Buttons>
      </form>
    </Panel>
  )
}

/** Said instead of the form afterwards. */
export function Changed() {
  return (
    <Panel title="密码已经改了">
      <p>下次登录用新密码。您在别处的登录都已经退出，这里不用重新登录。</p>
      <Buttons><Button href="/desk" kind="primary">回待办</Button></Buttons>
    </Panel>
  )
}
