/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { acceptanceApi, acceptancePages } from '#features/acceptance/index.ts'
import { createAccounts } from '#features/accounts/index.ts'
import { apiReference } from '#features/api-reference/index.ts'
import { archiveApi, archivePages } from '#features/archive/index.ts'
import { assignmentApi, assignmentPages } from '#features/assignment/index.ts'
import { calculatorPages, calculatorsApi } from '#features/calculators/index.ts'
import { caseApi, casePages } from '#features/case-page/index.ts'
import { correctionApi, correctionPages } from '#features/correction/index.ts'
import { deliveryApi, deliveryPages } from '#features/delivery/index.ts'
import { intakeApi, intakePages } from '#features/intake/index.ts'
import { extensionApi, extensionPages } from '#features/extension/index.ts'
import { feePages, feesApi } from '#features/fees/index.ts'
import { lettersApi, letterPages } from '#features/letters/index.ts'
import { noticePages } from '#features/notices/index.ts'
import { papersApi, papersPages } from '#features/papers/index.ts'
import { personalDataApi, personalDataPages } from '#features/personal-data/index.ts'
import { portalPages } from '#features/portal/index.ts'
import { replyApi, replyPages } from '#features/reply/index.ts'
import { reviewApi, reviewPages } from '#features/review/index.ts'
import { similarApi, similarPages } from '#features/similar/index.ts'
import { splitApi, splitPages } from '#features/split/index.ts'
import { statusApi, statusPages } from '#features/status/index.ts'
import { publishedApi, suggestionPages } from '#features/suggestions/index.ts'
import { withdrawalApi, withdrawalPages } from '#features/withdrawal/index.ts'
import { worklistApi, worklistPages } from '#features/worklist/index.ts'
import { AppError } from '#platform/errors.ts'
import { bodyLimits } from '#platform/http/body-limits.ts'
import { csrf } from '#platform/http/csrf.ts'
import { refuseNul, requestIdentity, type PeerAddress } from '#platform/http/request.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import type { LetterRenderer } from '#platform/letters/renderer.ts'
import type { TableReader } from '#platform/tables/table-reader.ts'
import type { Services } from '#store/context.ts'
import type { WebEnv, WebSettings } from '#store/web-env.ts'
import { ProblemPage } from '#ui/layout-plain.tsx'
import { answerError, answerMissing } from './app-errors.tsx'

/** Parts of the app: those of the JSON API and those of the pages. */
export interface Doors {
  readonly api: readonly Hono<WebEnv>[]
  readonly pages: readonly Hono<WebEnv>[]
}

export interface AppOptions {
  readonly services: Services
  readonly settings: WebSettings
  readonly trustedProxies: number
  /** Null where this runtime cannot render letters. */
  readonly letters: LetterRenderer | null
  /** Left out where this runtime cannot read spreadsheets. */
  readonly tables?: TableReader
  readonly peer: PeerAddress
  /** What is opened besides; see office.ts. Left out on Cloudflare Workers. */
  readonly office?: Doors
  /** Serves `/assets/*`; each runtime has another way. */
  readonly assets: MiddlewareHandler
}

/** Where anybody may send papers; elsewhere it takes a member of staff. */
const PUBLIC_PAPERS = /^\/(api\/v1\/status|apply|status)\//

/** Every door of the system on one Hono app: pages and JSON API. Runs on Node and on Cloudflare Workers alike. */
export function createApp(options: AppOptions): Hono<WebEnv> {
  const { services, settings, letters, office } = options
  const accounts = createAccounts({ services, settings })
  const app = new Hono<WebEnv>()
  app.use(requestIdentity(services.log, options.peer, options.trustedProxies))
  app.use(securityHeaders(settings.secure))
  app.use(refuseNul)
  app.get('/assets/*', options.assets)
  app.use(async (c, next) => {
    c.set('services', services)
    c.set('settings', settings)
    c.set('letters', letters)
    c.set('tables', options.tables ?? null)
    c.set('staff', null)
    await next()
  })
  app.get('/healthz', async (c) => {
    await services.sql`select 1`
    return c.text('ok')
  })
  app.use(accounts.withStaff)
  app.use(bodyLimits<Context<WebEnv>>((c) => c.get('staff') !== null || PUBLIC_PAPERS.test(c.req.path)))

  const api = new Hono<WebEnv>()
  // Nearly every answer is about a person or a case; a part that may be kept says so itself.
  api.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
  })
  for (const part of [accounts.api, intakeApi, statusApi, calculatorsApi, worklistApi, caseApi, similarApi, splitApi, acceptanceApi, correctionApi, withdrawalApi, extensionApi, feesApi, assignmentApi, reviewApi, replyApi, deliveryApi, archiveApi, personalDataApi, papersApi, lettersApi, publishedApi, ...(office?.api ?? [])]) {
    api.route('/', part)
  }
  app.route('/api/v1', api)
  app.route('/api/v1', apiReference(app))
  app.all('/api/*', () => { throw new AppError('not_found', '没有这个接口', { code: 'common/not-found' }) })

  app.use(csrf(services.keyring, settings.secure))
  for (const part of [portalPages, calculatorPages, statusPages, suggestionPages, intakePages, accounts.pages, worklistPages, casePages, similarPages, splitPages, acceptancePages, correctionPages, withdrawalPages, extensionPages, feePages, assignmentPages, reviewPages, replyPages, deliveryPages, archivePages, personalDataPages, papersPages, letterPages, noticePages, ...(office?.pages ?? [])]) {
    app.route('/', part)
  }
  if (!office) app.all('/desk/*', (c) => c.html(<ProblemPage title="这一页在服务器上"><p>日历、目录、导入、消息和待确认收到，只在本局服务器的工作台上开放。</p></ProblemPage>, 404))
  app.notFound(answerMissing)
  app.onError(answerError)
  return app
}
