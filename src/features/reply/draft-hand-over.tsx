/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { mayDo } from '#case/permission.ts'
import { NextHandler } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { openItems } from './draft-gate.tsx'
import type { DraftPageProps } from './draft-props.ts'
import { namesOf } from './next-person.ts'

/** Who gets the draft next, what he can do, and the two buttons. The buttons belong to the form `#draft`. */
export function HandOver({ ctx, draft, gate, reviewers }: DraftPageProps) {
  const { state } = draft.view
  const may = mayDo('submit_draft', ctx.actor, state).ok
  const open = gate.blocks.length
  const unit = state.unitName ?? '承办单位'
  const next =
    reviewers.length === 0
      ? { who: `${unit}的科室负责人`, detail: `${unit}现在没有能审这份稿的科室负责人：定过决定、拟过稿的人不能审，现在送不出去。请系统管理员在${unit}补设一位，或者由公开办转办。` }
      : { who: namesOf(reviewers), detail: '他退回修改，或者审核同意；同意后交签发人签发、编号。您不能审核、签发自己拟的稿。' }
  return (
    <NextHandler {...next}>
      <span data-gate-button>
        <Button kind="primary" form="draft" name="do" value="submit" disabled={!may || open > 0 || reviewers.length === 0} describedBy="draft-open">送科室审核</Button>
      </span>
      <span class="zx-open-count" id="draft-open" data-gate-count>{open > 0 ? openItems(open) : ''}</span>
      <span class="zx-push"><Button form="draft" name="do" value="save" keys="Ctrl Enter" disabled={!may}>存稿</Button></span>
    </NextHandler>
  )
}
