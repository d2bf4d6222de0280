/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf } from '#ui/form/index.ts'
import { DoneTitle } from '#ui/todo-panel.tsx'
import type { PublishedItem } from './suggestions.table.ts'

/** 这条就够了: where it ended, and that nothing is lost. */
export function EnoughPage({ item, csrf }: { item: PublishedItem; csrf: string }) {
  return (
    <>
      <DoneTitle title="好的，这次不用申请了">您要的在这里，随时可以看，不用登录。</DoneTitle>
      <p class="zx-lede">
        {item.url === null ? <b>{item.title}</b> : <a href={`/suggestions/${item.id}/open`} target="_blank" rel="noopener noreferrer">{item.title}（在新窗口打开）</a>}
      </p>
      <div class="zx-prose">
        {item.summary !== null && <p>{item.summary}</p>}
        <p>您写的草稿还留着，没有提交，也没有给任何人看。看过以后觉得不够，可以接着申请。</p>
      </div>
      <Buttons><Button kind="primary" href="/">返回首页</Button><Button href="/apply/what">还是要申请，接着写</Button></Buttons>
      <form method="post" action="/apply/discard" class="zx-discard"><Csrf token={csrf} /><Button kind="link">删去草稿，不写了</Button></form>
    </>
  )
}
