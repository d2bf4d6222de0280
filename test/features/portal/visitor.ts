import type { Hono } from 'hono'
import type { WebEnv } from '#store/web-env.ts'

export interface Answer {
  readonly status: number
  /** Address of a redirect, else null. */
  readonly location: string | null
  readonly headers: Headers
  readonly html: string
}

/** A browser without script: keeps cookies and sends the token of the page that it last saw. */
export interface Visitor {
  get(path: string): Promise<Answer>
  /** @param fields added to the hidden token */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer>
  /** The same as a form with files. */
  send(path: string, fields: Readonly<Record<string, string | File | readonly File[]>>): Promise<Answer>
  cookie(name: string): string | undefined
  forget(name: string): void
}

/** @param address where the browser is, for what is counted by address */
export function visitor(app: Hono<WebEnv>, address = '192.0.2.7'): Visitor {
  const jar = new Map<string, string>()
  let token = ''
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.request(path, { ...init, headers: { ...(init.headers as Record<string, string>), host: 'localhost', 'x-peer': address, cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    const html = await response.text()
    token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? token
    return { status: response.status, location: response.headers.get('location'), headers: response.headers, html }
  }
  return {
    get: (path) => ask(path, { method: 'GET' }),
    post: (path, fields) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams({ _csrf: token, ...fields }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    send: (path, fields) => {
      const body = new FormData()
      for (const [name, value] of Object.entries({ _csrf: token, ...fields })) {
        for (const one of Array.isArray(value) ? (value as File[]) : [value as string | File]) body.append(name, one)
      }
      return ask(path, { method: 'POST', body })
    },
    cookie: (name) => jar.get(name),
    forget: (name) => void jar.delete(name),
  }
}
