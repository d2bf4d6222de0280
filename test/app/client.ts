import { DEMO_PASSWORD } from '#src/boot/demo/people.ts'

/** An answer with its body as text, and as JSON where it is some. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: T
}

/** One caller of the JSON API over real HTTP. `at` is the origin, e.g. `system.url`. */
export class Api {
  constructor(
    private readonly at: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>> {
    return this.send('GET', path)
  }

  post<T = Record<string, unknown>>(path: string, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer<T>> {
    return this.send('POST', path, body, headers)
  }

  async send<T = Record<string, unknown>>(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer<T>> {
    const response = await fetch(`${this.at}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }), ...this.headers, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: (isJson(response) ? JSON.parse(text) : null) as T }
  }
}

function isJson(response: Response): boolean {
  return /\bjson\b/.test(response.headers.get('content-type') ?? '') && response.status !== 204
}

/** A member of staff with a bearer token. */
export async function signedIn(at: string, username: string, password: string = DEMO_PASSWORD): Promise<Api> {
  const opened = await new Api(at).post<{ token: string }>('/session', { username, password })
  if (opened.status !== 201) throw new Error(`${username}: ${opened.text}`)
  return new Api(at, { authorization: `Bearer ${opened.body.token}` })
}

/** GB 11643 check digit fits; the region does not exist. */
export const RESIDENT_ID = '000000190001010009'

/** What an applicant sends; every personal text in it is one that nobody else in the demonstration has. */
export const APPLICATION = {
  applicantKind: 'natural_person',
  name: '申请人甲',
  documentType: 'resident_id',
  documentNumber: RESIDENT_ID,
  phone: '000 7391 6284',
  email: 'only.this.person@example.com',
  address: '示例市东湖区环湖路73号205室',
  subject: '烟花爆竹运输许可办理指南',
  description: '申请公开烟花爆竹运输许可的办理指南和材料清单。',
  form: 'electronic',
  way: 'email',
} as const

/** What the API answers to a filing, as far as the tests look. */
export interface FiledBody {
  readonly number: string
  readonly queryCode: string
}

/** Files over the public API. */
export async function fileOne(at: string, more: Readonly<Record<string, unknown>> = {}, headers: Readonly<Record<string, string>> = {}): Promise<FiledBody> {
  const filed = await new Api(at).post<FiledBody>('/applications', { ...APPLICATION, ...more }, headers)
  if (filed.status !== 201) throw new Error(filed.text)
  return filed.body
}
