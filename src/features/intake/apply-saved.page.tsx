/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { civilDateOf, formatDateWithWeekday } from '#law/civil-date.ts'
import type { Instant } from '#law/instant.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf } from '#ui/form/index.ts'
import { Panel } from '#ui/panel.tsx'
import { QrCode } from '#ui/qr-code.tsx'
import { DoneTitle } from '#ui/todo-panel.tsx'
import { formatDraftCode } from './draft-code.ts'

export interface SavedView {
  readonly expiresAt: Instant
  /** Null where it was told before: only its hash is kept. */
  readonly code: string | null
  readonly resumeUrl: string
  readonly csrf: string
}

/** 先存着，以后再填: until when, the code for another device, how to go on, how to erase. */
export function SavedPage({ expiresAt, code, resumeUrl, csrf }: SavedView) {
  const until = formatDateWithWeekday(civilDateOf(expiresAt))
  return (
    <div class="zx-saved">
      <DoneTitle title="草稿存好了">存到{until}。过了这一天没有动，草稿和传的文件自动删去。</DoneTitle>
      {code === null ? <KnownCode csrf={csrf} /> : <NewCode code={code} resumeUrl={resumeUrl} until={until} />}
      <p class="zx-prose">还没有提交，答复期限没有开始。在这个浏览器里，打开“申请公开”就能接着写，不用续写码。</p>
      <form method="post" action="/apply/discard" class="no-print">
        <Csrf token={csrf} />
        <Buttons note="用公用电脑的，记下续写码以后请关闭浏览器；不写了请删去草稿，别人就看不到。">
          <Button kind="primary" href="/apply">接着写</Button>
          {code !== null && <Button action="print" icon="print">打印续写码</Button>}
          <Button kind="danger">删去草稿</Button>
        </Buttons>
      </form>
    </div>
  )
}

function NewCode({ code, resumeUrl, until }: { code: string; resumeUrl: string; until: string }) {
  return (
    <Panel title="续写码" meta={`用到${until}`} edge="primary">
      <div class="zx-draft-code">
        <div>
          <p class="zx-big-code">{formatDraftCode(code)}</p>
          <p>换一台手机或者电脑接着写，要用它。请现在抄下来、拍下来或者打印：只显示这一次，我们只存它的校验值，丢了也查不出来。</p>
          <p class="zx-meta">打开 {resumeUrl.replace(/^https?:\/\//, '')}，写上续写码。谁有它谁就能看到草稿，请不要给别人。</p>
        </div>
        <p class="zx-qr"><QrCode text={resumeUrl} label="二维码：打开写续写码的那一页" size={116} /></p>
      </div>
    </Panel>
  )
}

/** The code was told before; a lost one is replaced, not looked up. */
function KnownCode({ csrf }: { csrf: string }) {
  return (
    <Panel title="续写码">
      <p>换一台手机或者电脑接着写，用您以前记下的那个续写码。没有记下的，换一个新的，旧的就不能用了。</p>
      <form method="post" action="/apply/code"><Csrf token={csrf} /><Button>换一个续写码</Button></form>
    </Panel>
  )
}
