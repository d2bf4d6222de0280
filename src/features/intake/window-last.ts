import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { StaffActor } from '#case/actor.ts'
import type { WebEnv } from '#store/web-env.ts'
import type { WindowValues } from './window-form.ts'

const COOKIE = 'zhixi_window_last'
const PATH = '/desk/intake'
const SECONDS = 12 * 60 * 60

/** What a batch has in common. Nothing of the person: that is asked for separately and recorded. */
export const CARRIED = ['channel', 'arrivedOn', 'confirmedOn', 'contactLost', 'signedBy', 'applicantKind', 'documentType', 'form', 'way'] as const

/** The form saved before this one, by the same member of staff in this browser. */
export interface LastForm {
  readonly values: WindowValues
  /** Its case; null where it was kept until confirmation. */
  readonly number: string | null
}

export function rememberLast(c: Context<WebEnv>, { id }: StaffActor, typed: WindowValues, number: string | null): void {
  const values = Object.fromEntries(CARRIED.map((name) => [name, (typed[name] ?? '').slice(0, 60)]))
  const sealed = c.get('services').keyring.sealText(JSON.stringify({ values, number } satisfies LastForm), contextOf(id))
  setCookie(c, COOKIE, sealed, { httpOnly: true, sameSite: 'Lax', secure: c.get('settings').secure, path: PATH, maxAge: SECONDS })
}

export function lastForm(c: Context<WebEnv>, { id }: StaffActor): LastForm | null {
  const opened = c.get('services').keyring.openText(getCookie(c, COOKIE) ?? '', contextOf(id))
  return opened === null ? null : (JSON.parse(opened) as LastForm)
}

function contextOf(staffId: string): string {
  return `window-last/${staffId}`
}
