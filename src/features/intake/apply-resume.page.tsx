/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Phone } from '#features/portal/index.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, ErrorSummary, HiddenField, TextField } from '#ui/form/index.ts'
import { Notice } from '#ui/todo-panel.tsx'
import type { Draft } from './draft-store.ts'

export interface ResumeView {
  /** As typed. */
  readonly code: string
  readonly error: string | null
  /** Another draft is open in this browser and would make way. */
  readonly replaces: boolean
  readonly own: Draft | null
  readonly csrf: string
  readonly phone: string
}

/** 接着写草稿: the code that was given where the draft was left. */
export function ResumePage({ code, error, replaces, own, csrf, phone }: ResumeView) {
  const errors = error === null ? [] : [{ field: 'code', message: error }]
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>接着写草稿</h1>
      <p class="zx-lede">在哪台手机、哪台电脑上都行，写上存草稿时给您的续写码。</p>
      <form method="post" action="/apply/resume" novalidate>
        <Csrf token={csrf} />
        {replaces && own && <Replaces own={own} />}
        <TextField name="code" label="续写码" help="12位，例如K7M4 2Q9T XW3P。大小写、空格都不要紧。" value={code} error={error ?? undefined} autocomplete="off" width="half" required />
        <Buttons note={<>续写码没有记下的，用原来那个浏览器打开“申请公开”就能接着写。要帮忙，打 <Phone number={phone} />。</>}>
          <Button kind="primary">{replaces ? '换成那一份' : '打开草稿'}</Button>
          <Button href="/apply">{own ? '接着写这里的这一份' : '写一份新的'}</Button>
        </Buttons>
      </form>
    </>
  )
}

function Replaces({ own }: { own: Draft }) {
  const name = own.values['name']?.trim()
  return (
    <>
      <HiddenField name="replace" value={own.name} />
      <Notice tone="amber" title="这个浏览器里还有一份没有提交的草稿" live>
        <p>{name ? `申请人写的是“${name}”。` : ''}{own.hasCode ? '换成那一份以后，这一份凭它自己的续写码还能打开。' : '它没有续写码，换成那一份以后就删去。要留着的，先接着写这一份，点“先存着”拿一个续写码。'}</p>
      </Notice>
    </>
  )
}
