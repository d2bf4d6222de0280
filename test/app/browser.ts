import { DEMO_PASSWORD } from '#src/boot/demo/people.ts'

/** A page as it came. */
export interface Page {
  readonly status: number
  readonly headers: Headers
  readonly html: string
  /** Address of a redirect, else null. */
  readonly location: string | null
}

/** A browser without script over real HTTP: keeps cookies per path, and sends the token of the page that it saw last. */
export class Browser {
  private readonly jar = new Map<string, { readonly value: string; readonly path: string }>()
  private token = ''
  /** Every `Set-Cookie` so far. */
  readonly setCookies: string[] = []

  constructor(private readonly at: string) {}

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Page> {
    return this.send(path, { headers })
  }

  post(path: string, fields: Readonly<Record<string, string>> = {}, headers: Readonly<Record<string, string>> = {}): Promise<Page> {
    const body = new URLSearchParams({ _csrf: this.token, ...fields }).toString()
    return this.send(path, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } })
  }

  async signIn(username: string, password = DEMO_PASSWORD): Promise<this> {
    await this.get('/signin')
    const page = await this.post('/signin', { username, password })
    if (page.location !== '/desk') throw new Error(`${username} is not let in: ${page.status}`)
    return this
  }

  async send(path: string, init: RequestInit): Promise<Page> {
    const cookie = [...this.jar].filter(([, one]) => path.startsWith(one.path)).map(([name, { value }]) => `${name}=${value}`).join('; ')
    const headers = { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) }
    const response = await fetch(`${this.at}${path}`, { redirect: 'manual', ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      this.setCookies.push(line)
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) this.jar.delete(name)
      else this.jar.set(name, { value, path: /path=([^;]+)/i.exec(line)?.[1] ?? '/' })
    }
    const html = await response.text()
    this.token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? this.token
    return { status: response.status, headers: response.headers, html, location: response.headers.get('location') }
  }
}
