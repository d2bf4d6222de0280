/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Authority } from '#store/tables/authority.table.ts'
import type { WebEnv } from '#store/web-env.ts'
import { PortalPage, type Agency, type PortalPageProps } from '#ui/layout-portal.tsx'
import { authoritiesFor } from './chosen-authority.ts'
import { textSizeOf } from './text-size.ts'

export interface PublicPage extends Pick<PortalPageProps, 'title' | 'current' | 'back' | 'narrow' | 'error'> {
  /** Whose name stands in head and foot; default: the authority whose pages the visitor reads. */
  readonly authority?: Authority
  readonly children: Child
}

/** Answers with a public page in the frame of the portal. */
export async function answerPage(c: Context<WebEnv>, page: PublicPage, status: ContentfulStatusCode = 200): Promise<Response> {
  const { authority, children, ...props } = page
  const agency = agencyOf(authority ?? (await authoritiesFor(c)).chosen)
  const path = c.req.path + new URL(c.req.url).search
  const html = <PortalPage {...props} agency={agency} path={path} textSize={textSizeOf(c)}>{children}</PortalPage>
  return c.html(html, status)
}

export function agencyOf({ name, consultPhone, supervisePhone, officeName, address }: Authority): Agency {
  return { name, consultPhone, supervisePhone, officeName, address }
}

/** What belongs to one applicant is kept by no cache. */
export function keepNoCopy(c: Context): void {
  c.header('Cache-Control', 'no-store')
}
