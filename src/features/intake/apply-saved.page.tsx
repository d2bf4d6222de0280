/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { civilDateOf, formatDateWithWeekday } from '#law/civil-date.ts'
import type { Instant } from '#law/instant.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf } from '#ui/form/index.ts'
import { DoneTitle } from '#ui/todo-panel.tsx'

/** 先存着，以后再填: until when, how to go on, how to erase. */
export function SavedPage({ expiresAt, csrf }: { expiresAt: Instant; csrf: string }) {
  return (
    <>
      <DoneTitle title="草稿存好了">存到{formatDateWithWeekday(civilDateOf(expiresAt))}。用这个浏览器打开“申请公开”，就能接着写。</DoneTitle>
      <p class="zx-prose">还没有提交，期限没有开始。过了这一天没有动，草稿自动删去。</p>
      <form method="post" action="/apply/discard">
        <Csrf token={csrf} />
        <Buttons note="用公用电脑的，不写了请删去草稿，别人就看不到。">
          <Button kind="primary" href="/apply">接着写</Button>
          <Button kind="danger">删去草稿</Button>
        </Buttons>
      </form>
    </>
  )
}
