/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, errorOf, HiddenField, PasswordField, TextField, type FieldProblem } from '#ui/form/index.ts'
import { SignInPage } from '#ui/layout-plain.tsx'

interface SignInViewProps {
  readonly agencyName: string
  readonly csrf: string
  readonly next: string
  readonly username?: string
  readonly errors?: readonly FieldProblem[]
}

/** The sign-in form. After an error the username is still there; password and code never come back. */
export function SignInView({ agencyName, csrf, next, username, errors = [] }: SignInViewProps) {
  const first = errors[0]?.field ?? 'username'
  return (
    <SignInPage title="登录" agencyName={agencyName} error={errors.length > 0}>
      <h1>登录</h1>
      <form method="post" action="/signin">
        <Csrf token={csrf} />
        <HiddenField name="next" value={next} />
        <TextField name="username" label="用户名" value={username} autocomplete="username" error={errorOf(errors, 'username')} autofocus={first === 'username'} required />
        <PasswordField name="password" label="密码" error={errorOf(errors, 'password')} autofocus={first === 'password'} required />
        <TextField name="code" label="动态口令" mark="开通了才填" help="手机验证器上的6位数字" autocomplete="one-time-code" inputmode="numeric" width="third" error={errorOf(errors, 'code')} autofocus={first === 'code'} />
        <Buttons><Button kind="primary" wide>登录</Button></Buttons>
      </form>
      <p class="zx-meta">忘了密码，找系统管理员。登录会留下记录。</p>
    </SignInPage>
  )
}
