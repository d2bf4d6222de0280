/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Refusal } from '#law/refusal.ts'
import { formOf } from '#platform/http/form.ts'
import type { WebEnv } from '#store/web-env.ts'
import { AccountPage, neverKept, ownOf } from './account-page.tsx'
import { passCookies } from './auth-call.ts'
import { findLogin } from './own-account.ts'
import { requireStaff } from './session.middleware.ts'
import { confirmTwoFactor, renewBackupCodes, startTwoFactor, stopTwoFactor, type Enrolment } from './two-factor.ts'
import { BackupCodes, TwoFactorEnrol, TwoFactorOff, TwoFactorOn } from './two-factor.view.tsx'

/** `/account/two-factor`: one form per state, told apart by its `step`. */
export const twoFactorPages = new Hono<WebEnv>()

const PATH = '/account/two-factor'
const TITLE = '动态口令'

twoFactorPages.use(PATH, requireStaff, neverKept)

twoFactorPages.get(PATH, async (c) => show(c, await currentState(c)))

twoFactorPages.post(PATH, async (c) => {
  const own = ownOf(c)
  const csrf = c.get('csrfToken')
  const form = await formOf(c)
  const password = form.text('password')
  const seal = `two-factor/${own.staff.id}`
  const at = (field: string, { message }: Refusal) => [{ field, message }]

  switch (form.text('step')) {
    case 'start': {
      const started = await startTwoFactor(own, password)
      if (!started.ok) return show(c, await currentState(c, at('password', started.refusal)), 422)
      const { secret, uri } = started
      const sealed = own.services.keyring.sealText(JSON.stringify({ secret, uri }), seal)
      return show(c, <TwoFactorEnrol csrf={csrf} enrolment={{ secret, uri }} sealed={sealed} />)
    }
    case 'confirm': {
      const confirmed = await confirmTwoFactor(own, form.text('code').normalize('NFKC').replace(/\s/g, ''))
      if (!confirmed.ok) {
        const sealed = form.text('enrolment')
        const enrolment = own.services.keyring.openText(sealed, seal)
        if (enrolment === null || confirmed.refusal.code === 'accounts/two-factor-on') return show(c, await currentState(c, at('', confirmed.refusal)), 422)
        return show(c, <TwoFactorEnrol csrf={csrf} errors={at('code', confirmed.refusal)} enrolment={JSON.parse(enrolment) as Enrolment} sealed={sealed} />, 422)
      }
      passCookies(c, confirmed.headers)
      return show(c, <BackupCodes title="动态口令开通了，这是备用码" codes={confirmed.backupCodes} />)
    }
    case 'renew': {
      const renewed = await renewBackupCodes(own, password)
      if (!renewed.ok) return show(c, await currentState(c, at('password', renewed.refusal), 'renew'), 422)
      return show(c, <BackupCodes title="这是新的备用码" codes={renewed.backupCodes} />)
    }
    case 'stop': {
      const stopped = await stopTwoFactor(own, password)
      if (!stopped.ok) return show(c, await currentState(c, at('password', stopped.refusal), 'stop'), 422)
      passCookies(c, stopped.headers)
      return c.redirect(PATH, 303)
    }
    default:
      return c.redirect(PATH, 303)
  }
})

async function currentState(c: Context<WebEnv>, errors: readonly { field: string; message: string }[] = [], failed?: 'renew' | 'stop') {
  const { services, staff } = ownOf(c)
  const login = await findLogin(services.db, staff.id)
  const csrf = c.get('csrfToken')
  return login.twoFactor ? <TwoFactorOn csrf={csrf} errors={errors} failed={failed} /> : <TwoFactorOff csrf={csrf} errors={errors} />
}

function show(c: Context<WebEnv>, body: Child, status: 200 | 422 = 200) {
  return c.html(<AccountPage c={c} title={TITLE} error={status === 422}>{body}</AccountPage>, status)
}
