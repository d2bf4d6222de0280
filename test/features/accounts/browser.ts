import type { Office } from './office.ts'

/** A browser without script: keeps cookies, sends the token of the form it fills in. */
export class Browser {
  readonly cookies = new Map<string, string>()

  constructor(
    private readonly office: Office,
    private readonly headers: Record<string, string> = {},
  ) {}

  get(path: string): Promise<Response> {
    return this.send(path, { method: 'GET' })
  }

  async post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    if (!this.cookies.has('zhixi_browser')) await this.get('/signin')
    const token = Buffer.from(this.office.keyring.hash(this.cookies.get('zhixi_browser')!, 'csrf')).toString('base64url')
    const body = new URLSearchParams({ ...fields, _csrf: token }).toString()
    return this.send(path, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } })
  }

  signIn(username: string, password: string, more: Record<string, string> = {}): Promise<Response> {
    return this.post('/signin', { username, password, ...more })
  }

  async send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host: 'office.test', ...this.headers, ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) }
    const response = await this.office.app.request(`http://office.test${path}`, { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/max-age=0/i.test(line)) this.cookies.delete(name!)
      else this.cookies.set(name!, value!)
    }
    return response
  }
}
