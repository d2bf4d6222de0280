import { betterAuth } from 'better-auth/minimal'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { bearer } from 'better-auth/plugins/bearer'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import type { Keyring } from '#platform/crypto/keyring.ts'
import { newId, randomCode } from '#platform/ids.ts'
import type { Services } from '#store/context.ts'
import type { WebSettings } from '#store/web-env.ts'
import { authTables } from './accounts.table.ts'
import { PASSWORD_MAX, PASSWORD_MIN } from './password-rule.ts'
import { USERNAME_MAX, USERNAME_MIN } from './username.ts'

/** Name of the header in which we tell better-auth the client's address; the request's own headers do not reach it. */
export const ADDRESS_HEADER = 'x-zhixi-address'
/** A session ends after this many seconds without a request. */
export const SESSION_SECONDS = 12 * 3600
const RENEW_SECONDS = 15 * 60

type AuthServices = Pick<Services, 'db' | 'keyring' | 'log' | 'clock'>
type AuthSettings = Pick<WebSettings, 'secure'>

/**
 * better-auth over our tables, as a library: its own endpoints are not mounted, so that nobody signs up and every way in
 * passes the lock of sign-in.ts. It reads the time itself; our clock rules the lock.
 */
export function createAuth(services: AuthServices, settings: AuthSettings) {
  return betterAuth({
    appName: '知悉',
    // Only links in its own letters would use this, and it sends none.
    baseURL: 'http://accounts.invalid',
    secrets: secretsOf(services.keyring),
    database: drizzleAdapter(services.db, { provider: 'pg', schema: authTables, transaction: true }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: PASSWORD_MIN, maxPasswordLength: PASSWORD_MAX },
    session: { expiresIn: SESSION_SECONDS, updateAge: RENEW_SECONDS },
    plugins: [
      username({ displayUsername: false, minUsernameLength: USERNAME_MIN, maxUsernameLength: USERNAME_MAX }),
      // Wrong codes count towards our own lock, which also knows the passwords.
      twoFactor({ issuer: '知悉', accountLockout: { enabled: false }, backupCodeOptions: { customBackupCodesGenerate: backupCodes } }),
      // A token read from the database alone opens nothing: it must carry our signature.
      bearer({ requireSignature: true }),
    ],
    advanced: {
      cookiePrefix: 'zhixi',
      useSecureCookies: settings.secure,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => newId(services.clock.now()) },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => services.log.error(message, { part: 'better-auth' }) },
  })
}

export type Auth = ReturnType<typeof createAuth>

const made = new WeakMap<object, Auth>()

/** The one {@link createAuth} of these services: made once per process, on Cloudflare Workers once per request. */
export function authFor(services: AuthServices, settings: AuthSettings): Auth {
  const known = made.get(services.db)
  if (known) return known
  const auth = createAuth(services, settings)
  made.set(services.db, auth)
  return auth
}

/** Ten codes of ten characters that nobody confuses when copying them by hand. */
function backupCodes(): string[] {
  return Array.from({ length: 10 }, () => `${randomCode(5)}-${randomCode(5)}`)
}

/** One secret per master key, the current one first. The version is derived too, so that it stays when keys come and go. */
function secretsOf(keyring: Keyring): { version: number; value: string }[] {
  const versions = keyring.hashes('better-auth', 'auth-secret-version')
  return keyring.hashes('better-auth', 'auth-secret').map((secret, index) => ({
    version: Buffer.from(versions[index]!).readUInt32BE(0),
    value: Buffer.from(secret).toString('base64url'),
  }))
}
