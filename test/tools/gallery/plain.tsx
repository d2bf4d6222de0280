/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Button } from '#ui/button.tsx'
import { Csrf, PasswordField, TextField } from '#ui/form/index.ts'
import { Conflict, ProblemPage, SignInPage } from '#ui/layout-plain.tsx'
import { WorkbenchPage } from '#ui/layout-workbench.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Panel } from '#ui/panel.tsx'

export function SignIn() {
  return (
    <SignInPage title="登录" agencyName="云川市公安局" error>
      <h1>登录</h1>
      <form method="post" action="/sign-in">
        <Csrf token="t" />
        <TextField name="username" label="用户名" value="jianguan02" autocomplete="username" />
        <PasswordField name="password" label="密码" error="用户名或者密码不对，还能试3次" />
        <TextField name="otp" label="动态口令" help="手机验证器上的6位数字" inputmode="numeric" autocomplete="one-time-code" width="short" value="4071" />
        <div class="zx-buttons"><Button kind="primary">登录</Button><Button href="/sso">用单位统一身份登录</Button></div>
        <p class="zx-meta">忘了密码，找系统管理员：内线1206。登录、查看、下载都会记录。</p>
      </form>
    </SignInPage>
  )
}

export function Broken() {
  return (
    <ProblemPage kicker="没有办成" title="这一页现在打不开" contact="请求号7f3a-91c2。还不行，打0000-6628 1201，报请求号。" actions={<><Button kind="primary" href="/">回首页</Button><Button href="#">再试一次</Button></>}>
      <p>我们这边出了问题，您写的内容没有丢。</p>
    </ProblemPage>
  )
}

export function EmptyAndConflict() {
  return (
    <WorkbenchPage title="待办" actor={{ name: '承办人乙', unitName: '监管支队' }} counts={{}} current="worklist" csrf="t">
      <Panel><EmptyState title="没有快到期的案件" next="最近的一件剩6个工作日，11月30日（周一）到期。"><Button kind="primary" href="#">打开最近的一件</Button><Button href="#">看全部5件</Button></EmptyState></Panel>
      <Panel><Conflict level={2} what="这件案子" who="法制审核丁在17时38分退回了稿子。" compareHref="#" mine={'我写的<script>alert(1)</script>'} contact="案件2026-0159　请求号7f3a-91c2。还不行，打内线1206，报请求号。" /></Panel>
    </WorkbenchPage>
  )
}
