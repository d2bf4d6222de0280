import type { Outcome } from '#case/outcome.ts'
import { refuse } from '#law/refusal.ts'
import { tryCall } from './auth-call.ts'
import { countGuess, findLogin, type Own } from './own-account.ts'
import { isFirstUse } from './second-factor.ts'

/** What the authenticator on the phone needs. */
export interface Enrolment {
  /** Base32. */
  readonly secret: string
  /** `otpauth://…`, for the QR picture. */
  readonly uri: string
}

/** First step of turning it on: a secret that counts only once a code has proved that the phone has it. */
export async function startTwoFactor(own: Own, password: string): Promise<Outcome<Enrolment>> {
  const login = await findLogin(own.services.db, own.staff.id)
  if (login.twoFactor) return refuse('accounts/two-factor-on', '动态口令已经开通')
  await countGuess(own)
  const started = await tryCall(own.auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers: own.headers }))
  if (!started.ok) return wrongPassword()
  const answer = started.value
  if (answer.method !== 'totp') throw new Error('asked for totp and got something else')
  const secret = new URL(answer.totpURI).searchParams.get('secret')!
  const issuer = encodeURIComponent('知悉')
  return { ok: true, secret, uri: `otpauth://totp/${issuer}:${login.username}?secret=${secret}&issuer=${issuer}&digits=6&period=30` }
}

/** Second step: the code from the phone. The backup codes are told this once. */
export async function confirmTwoFactor(own: Own, code: string): Promise<Outcome<{ backupCodes: string[]; headers: Headers }>> {
  const { username, twoFactor } = await findLogin(own.services.db, own.staff.id)
  if (twoFactor) return refuse('accounts/two-factor-on', '动态口令已经开通')
  await countGuess(own)
  const wrong = refuse('accounts/wrong-code', '动态口令不对，请填手机上现在显示的6位数字')
  if (!/^\d{6}$/.test(code) || !(await isFirstUse(own.services, username, code))) return wrong
  const checked = await tryCall(own.auth.api.verifyTOTP({ body: { code }, headers: own.headers, returnHeaders: true }))
  if (!checked.ok) return wrong
  const { backupCodes } = await own.auth.api.viewBackupCodes({ body: { userId: own.staff.id } })
  own.services.log.info('two-factor on', { staff: own.staff.id })
  return { ok: true, backupCodes, headers: checked.value.headers }
}

/** Ten new backup codes; the old ones are worth nothing from now on. */
export async function renewBackupCodes(own: Own, password: string): Promise<Outcome<{ backupCodes: string[] }>> {
  await countGuess(own)
  const made = await tryCall(own.auth.api.generateBackupCodes({ body: { password }, headers: own.headers }))
  return made.ok ? { ok: true, backupCodes: made.value.backupCodes } : wrongPassword()
}

/** Turns it off for whoever knows the password. The headers carry his new session. */
export async function stopTwoFactor(own: Own, password: string): Promise<Outcome<{ headers: Headers }>> {
  await countGuess(own)
  const stopped = await tryCall(own.auth.api.disableTwoFactor({ body: { password }, headers: own.headers, returnHeaders: true }))
  if (!stopped.ok) return wrongPassword()
  own.services.log.info('two-factor off', { staff: own.staff.id })
  return { ok: true, headers: stopped.value.headers }
}

function wrongPassword() {
  return refuse('accounts/wrong-current-password', '密码不对')
}
