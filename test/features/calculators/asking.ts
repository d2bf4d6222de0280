import { startSystem, type TestSystem } from '#test/support/system.ts'

/** The answer of a calculator over HTTP. */
export interface Answered {
  readonly status: number
  readonly type: string
  readonly headers: Headers
  readonly body: Record<string, any>
}

export interface Calculators {
  readonly system: TestSystem
  ask(name: 'deadline' | 'fee' | 'remedy', question: unknown): Promise<Answered>
  /** The same with the body as it is. */
  send(name: string, body: string, type?: string): Promise<Answered>
}

/** The whole system over HTTP, nobody signed in. */
export async function openCalculators(now: string, publicRate?: number): Promise<Calculators> {
  const system = await startSystem({ now, jobs: false, ...(publicRate === undefined ? {} : { publicRate }) })
  const send = async (name: string, body: string, type = 'application/json'): Promise<Answered> => {
    const response = await fetch(`${system.url}/api/v1/calculators/${name}`, { method: 'POST', headers: { 'content-type': type }, body })
    return { status: response.status, type: response.headers.get('content-type') ?? '', headers: response.headers, body: (await response.json()) as Record<string, any> }
  }
  return { system, send, ask: (name, question) => send(name, JSON.stringify(question)) }
}

/** The names of the wrong fields. */
export function fieldsOf({ body }: Answered): readonly string[] {
  return (body['errors'] as { field: string; message: string }[]).map(({ field }) => field)
}
