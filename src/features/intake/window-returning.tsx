/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { AppError } from '#platform/errors.ts'
import type { StaffCtx } from '#store/context.ts'
import { KeyHint } from '#ui/key-hint.tsx'
import { findReturning } from './returning.ts'
import { documentIn } from './window-checks.tsx'
import type { WindowValues } from './window-form.ts'

/**
 * That this number was shown before, and a button that brings the contact data: name and address are not in this answer. `typing`:
 * it appears while somebody types, so it takes no place among the tab stops that he counts on; F4 reaches it.
 */
export async function ReturningHint({ ctx, values, typing }: { ctx: StaffCtx; values: WindowValues; typing?: boolean }) {
  const shown = documentIn(values)
  const found = shown && (await findReturning(ctx, shown).catch(nothingOnTooMany))
  if (!found) return null
  const { cases, lastNumber, lastReceivedOn } = found
  return (
    <p class="zx-returning">
      <span data-say={`这个号码申请过${cases}件，按F4带出姓名和联系方式`}>这个号码申请过{cases}件，最近一件{lastNumber}，{formatDateWithWeekday(lastReceivedOn)}收到。</span>
      <button class="btn zx-btn-secondary zx-btn-small" type="submit" name="do" value="fill" data-fkey="F4" tabindex={typing ? -1 : undefined}><span>带出姓名和联系方式</span><KeyHint keys="F4" joined /></button>
      <span class="zx-meta">带出就是查看，会记进{lastNumber}的经过。</span>
    </p>
  )
}

/** Too many look-ups stop the hint, not the entry. */
function nothingOnTooMany(error: unknown): null {
  if (error instanceof AppError && error.kind === 'too_many') return null
  throw error
}
