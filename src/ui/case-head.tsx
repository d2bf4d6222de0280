/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'

/** Number, subject, tags, badge and due date of a case in one line. */
export function CaseHead({ number, subject, tags, badge, due }: { number: string; subject: string; tags?: Child; badge?: Child; due?: string }) {
  return (
    <div class="zx-case-head">
      <p class="zx-case-number">{number}</p>
      <p class="zx-case-subject">{subject}</p>
      {tags}
      <span class="zx-push zx-case-due">{badge}{due !== undefined && <b>{due}</b>}</span>
    </div>
  )
}
