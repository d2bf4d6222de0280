/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, errorOf, ErrorSummary, HiddenField, PasswordField, TextField, type FieldProblem } from '#ui/form/index.ts'
import { Panel, Stack } from '#ui/panel.tsx'
import { QrCode } from '#ui/qr-code.tsx'
import type { Enrolment } from './two-factor.ts'

interface StepProps {
  readonly csrf: string
  readonly errors?: readonly FieldProblem[]
}

function StepForm({ csrf, step, children }: { csrf: string; step: string; children: Child }) {
  return (
    <form method="post" action="/account/two-factor">
      <Csrf token={csrf} />
      <HiddenField name="step" value={step} />
      {children}
    </form>
  )
}

/** Not turned on yet. */
export function TwoFactorOff({ csrf, errors = [] }: StepProps) {
  return (
    <Panel title="还没有开通" meta="开通以后，登录除了密码还要填手机上的6位数字">
      <ErrorSummary errors={errors} />
      <StepForm csrf={csrf} step="start">
        <PasswordField name="password" label="您的密码" error={errorOf(errors, 'password')} width="half" />
        <Buttons><Button kind="primary">开通动态口令</Button></Buttons>
      </StepForm>
    </Panel>
  )
}

/** The secret for the phone, and a code that proves it arrived. `sealed` brings the secret back after a wrong code. */
export function TwoFactorEnrol({ csrf, errors = [], enrolment, sealed }: StepProps & { enrolment: Enrolment; sealed: string }) {
  return (
    <Panel title="用手机验证器扫这个码">
      <ErrorSummary errors={errors} />
      <QrCode text={enrolment.uri} label="动态口令的二维码" size={208} />
      <p>扫不了就在验证器里选“手工输入”，写：<code>{inFours(enrolment.secret)}</code></p>
      <StepForm csrf={csrf} step="confirm">
        <HiddenField name="enrolment" value={sealed} />
        <TextField name="code" label="动态口令" help="手机上现在显示的6位数字" autocomplete="one-time-code" inputmode="numeric" maxlength={10} width="half" error={errorOf(errors, 'code')} autofocus />
        <Buttons><Button kind="primary">确认开通</Button></Buttons>
      </StepForm>
    </Panel>
  )
}

/** Shown once. */
export function BackupCodes({ title, codes }: { title: string; codes: readonly string[] }) {
  return (
    <Panel title={title} meta="手机不在身边时，用一个备用码代替动态口令；每个只能用一次">
      <Stack>
        <ol>{codes.map((code) => <li><code>{code}</code></li>)}</ol>
        <p>备用码只在这里显示一次，请抄下来或者打印，放在安全的地方。</p>
      </Stack>
      <Buttons>
        <Button kind="primary" href="/desk">抄好了，回待办</Button>
        <Button action="print">打印</Button>
      </Buttons>
    </Panel>
  )
}

/** Turned on. */
export function TwoFactorOn({ csrf, errors = [], failed }: StepProps & { failed?: 'renew' | 'stop' }) {
  const of = (step: 'renew' | 'stop') => (failed === step ? errorOf(errors, 'password') : undefined)
  return (
    <>
      <Panel title="已经开通" meta="登录要填密码和动态口令">
        <ErrorSummary errors={errors.map((error) => (failed === 'stop' ? { ...error, field: 'stop-password' } : error))} />
        <StepForm csrf={csrf} step="renew">
          <PasswordField name="password" label="您的密码" help="备用码用完了或者丢了，换一组新的；旧的从此作废" error={of('renew')} width="half" />
          <Buttons><Button>换一组备用码</Button></Buttons>
        </StepForm>
      </Panel>
      <Panel title="不再使用动态口令">
        <StepForm csrf={csrf} step="stop">
          <PasswordField name="password" id="f-stop-password" label="您的密码" help="关掉以后只凭密码就能登录" error={of('stop')} width="half" />
          <Buttons><Button kind="danger">关掉动态口令</Button></Buttons>
        </StepForm>
      </Panel>
    </>
  )
}

function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret
}
