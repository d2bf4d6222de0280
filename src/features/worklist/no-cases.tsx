/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'

/** In place of a list for roles that see no cases: why it stays empty, and what they can open. */
export function NoCases() {
  return (
    <EmptyState title="您的角色不看案件" next="这里不会出现案件。您可以看工作日历、修改自己的密码；工作上要看案件的，请系统管理员加上办案的角色。">
      <Button href="/desk/calendar">看工作日历</Button>
      <Button href="/account/password">修改密码</Button>
    </EmptyState>
  )
}
