/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import { answerPage } from '#features/portal/index.ts'
import { art, formatCitation } from '#law/citation.ts'
import { notFound } from '#platform/errors.ts'
import type { WebEnv } from '#store/web-env.ts'
import { ArticlePage, articleView } from './article.page.tsx'

/** `GET /articles/711/33`: the words of an article that the software cites. */
export const articlePages = new Hono<WebEnv>().get('/articles/:instrument/:article', async (c) => {
  const view = articleView(c.req.param('instrument'), c.req.param('article'))
  if (view === null) throw notFound()
  return answerPage(c, { title: formatCitation(art(view.instrument, view.article), 'portal'), narrow: true, children: <ArticlePage {...view} /> })
})
