import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { WebEnv } from '#store/web-env.ts'
import type { TextSize } from '#ui/head.tsx'

const COOKIE = 'zhixi_size'
const YEAR = 31_536_000
const SIZES: readonly TextSize[] = ['standard', 'large', 'xlarge']

/** The text size of this visitor. `?size=` chooses one and keeps it in a cookie for the other pages. */
export function textSizeOf(c: Context<WebEnv>): TextSize {
  const asked = sizeIn(c.req.query('size'))
  if (asked) setCookie(c, COOKIE, asked, { httpOnly: true, sameSite: 'Lax', secure: c.get('settings').secure, path: '/', maxAge: YEAR })
  return asked ?? sizeIn(getCookie(c, COOKIE)) ?? 'standard'
}

function sizeIn(text: string | undefined): TextSize | undefined {
  return SIZES.find((size) => size === text)
}
