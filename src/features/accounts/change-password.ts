import type { Outcome } from '#case/outcome.ts'
import { refuse } from '#law/refusal.ts'
import { tryCall } from './auth-call.ts'
import { countGuess, findLogin, type Own } from './own-account.ts'
import { passwordFault } from './password-rule.ts'

/** A new password for whoever knows the old one; his other sessions end. The headers carry his new session. */
export async function changePassword(own: Own, input: { current: string; next: string }): Promise<Outcome<{ headers: Headers }>> {
  const { username } = await findLogin(own.services.db, own.staff.id)
  const weak = passwordFault(input.next, username)
  if (weak) return refuse('accounts/weak-password', weak)
  if (input.next === input.current) return refuse('accounts/same-password', '新密码和现在的密码一样，请换一个')
  await countGuess(own)
  const body = { currentPassword: input.current, newPassword: input.next, revokeOtherSessions: true }
  const changed = await tryCall(own.auth.api.changePassword({ body, headers: own.headers, returnHeaders: true }))
  if (!changed.ok) return refuse('accounts/wrong-current-password', '现在的密码不对')
  own.services.log.info('password changed', { staff: own.staff.id })
  return { ok: true, headers: changed.value.headers }
}
