import { AppError } from '#platform/errors.ts'
import { countHit } from '#platform/http/rate-limit.ts'
import type { Services } from '#store/context.ts'
import type { Auth } from './auth.adapter.ts'
import { asCookieHeader, headersFor, tryCall, type Client } from './auth-call.ts'

/** A code counts for its own half minute and the one on either side; it is remembered for longer than that. */
const REUSE_SECONDS = 120

interface SecondStep {
  readonly username: string
  readonly code: string | undefined
  /** What the password step answered. */
  readonly headers: Headers
  readonly client: Client
}

type Passed = { readonly ok: true; readonly headers: Headers } | { readonly ok: false; readonly code: string; readonly words: string }

/** Six digits from the phone, or one of the backup codes, each good for one sign-in. */
export async function passSecondFactor(services: Services, auth: Auth, step: SecondStep): Promise<Passed> {
  const code = step.code ?? ''
  if (code === '') return { ok: false, code: 'accounts/code-needed', words: '这个账号开通了动态口令，请填手机验证器上的6位数字' }
  const wrong: Passed = { ok: false, code: 'accounts/wrong-code', words: '动态口令不对' }
  const headers = headersFor(step.client, { cookie: asCookieHeader(step.headers) })
  if (!/^\d{6}$/.test(code)) {
    const used = await tryCall(auth.api.verifyBackupCode({ body: { code: code.toUpperCase() }, headers, returnHeaders: true }))
    return used.ok ? { ok: true, headers: used.value.headers } : wrong
  }
  if (!(await isFirstUse(services, step.username, code))) return wrong
  const checked = await tryCall(auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }))
  return checked.ok ? { ok: true, headers: checked.value.headers } : wrong
}

/** A code seen over somebody's shoulder opens nothing: it is taken once (RFC 6238 §5.2). */
export async function isFirstUse(services: Pick<Services, 'sql' | 'clock' | 'keyring'>, username: string, code: string): Promise<boolean> {
  const digest = Buffer.from(services.keyring.hash(`${username} ${code}`, 'one-time-code')).toString('base64url')
  try {
    await countHit(services.sql, services.clock.now(), { key: `one-time-code:${digest}`, limit: 1, seconds: REUSE_SECONDS })
    return true
  } catch (error) {
    if (error instanceof AppError && error.kind === 'too_many') return false
    throw error
  }
}
