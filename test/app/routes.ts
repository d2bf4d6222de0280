import { createApp } from '#src/app.tsx'
import { officeDoors } from '#src/office.ts'
import type { TestSystem } from '#test/support/system.ts'

export interface Route {
  readonly method: string
  /** As Hono has it, e.g. `/desk/cases/:number/accept`. */
  readonly path: string
}

/** Every address that the app answers, in the order of mounting; what is mounted for all methods is a middleware. */
export function routesOf(system: TestSystem): Route[] {
  const app = createApp({
    services: system.services, settings: { secure: false, publicRate: 1 }, trustedProxies: 0, letters: null, peer: () => '', office: officeDoors, assets: (_, next) => next(),
  })
  const seen = new Map(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => [`${method} ${path}`, { method, path }]))
  return [...seen.values()]
}
