/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import { requireStaff } from '#features/accounts/index.ts'
import { staffCtx } from '#features/desk/index.ts'
import { AppError } from '#platform/errors.ts'
import { formOf } from '#platform/http/form.ts'
import { countHit } from '#platform/http/rate-limit.ts'
import { LetterRenderError, MissingGlyphError, type LetterRenderer } from '#platform/letters/renderer.ts'
import { parse } from '#platform/validation/parse.ts'
import type { WebEnv } from '#store/web-env.ts'
import { ProblemPage } from '#ui/layout-plain.tsx'
import { DraftGate } from './draft-gate.tsx'
import { DraftParts, typedParts } from './draft.schema.ts'
import { draftView, type DraftView } from './draft-view.ts'
import { pageGate } from './page-gate.ts'
import { draftProps } from './reply-material.ts'

/** Previews, and as many checks, of one person in a minute: somebody who types pauses less often, and the letter threads stay free. */
const PER_MINUTE = 60

const PATH = '/desk/cases/:number/draft'

/** The PDF of the saved draft, and for the script the PDF and the gate of what is being typed. Nothing is changed here. */
export const previewPages = new Hono<WebEnv>()
  .get(`${PATH}/preview.pdf`, requireStaff, async (c) => {
    const tooMany = await overLimit(c, 'preview')
    if (tooMany !== null) return inFrame(c, tooMany, 429)
    const draft = await draftView(staffCtx(c), c.req.param('number'))
    if (!draft.ok) return inFrame(c, draft.refusal.message)
    const drawn = await draw(c.get('letters'), draft)
    return 'why' in drawn ? inFrame(c, drawn.why) : pdf(c, drawn.bytes, draft.view.row.number)
  })
  .post(`${PATH}/preview`, requireStaff, async (c) => {
    const tooMany = await overLimit(c, 'preview')
    if (tooMany !== null) return c.text(tooMany, 429)
    const typed = await typedDraft(c, c.req.param('number'))
    if ('why' in typed) return c.text(typed.why, 422)
    const drawn = await draw(c.get('letters'), typed.draft)
    return 'why' in drawn ? c.text(drawn.why, 422) : pdf(c, drawn.bytes, typed.draft.view.row.number)
  })
  .post(`${PATH}/check`, requireStaff, async (c) => {
    const tooMany = await overLimit(c, 'check')
    if (tooMany !== null) return c.text(tooMany, 429)
    const typed = await typedDraft(c, c.req.param('number'))
    if ('why' in typed) return c.text(typed.why, 422)
    const gate = await pageGate(c.get('letters'), typed.draft)
    return c.html(<DraftGate gate={gate} material={typed.draft.material} linked />)
  })

/** What to say to a person who asks too often; null when he does not. */
async function overLimit(c: Context<WebEnv>, what: 'preview' | 'check'): Promise<string | null> {
  const { sql, now, actor } = staffCtx(c)
  try {
    await countHit(sql, now, { key: `letter-${what}:${actor.id}`, limit: PER_MINUTE, seconds: 60 })
    return null
  } catch (error) {
    if (error instanceof AppError && error.kind === 'too_many') return `看得太密了，请${error.options.retryAfterSeconds}秒后再看`
    throw error
  }
}

async function typedDraft(c: Context<WebEnv>, number: string): Promise<{ readonly draft: DraftView } | { readonly why: string }> {
  const { text } = await formOf(c)
  const draft = await draftView(staffCtx(c), number)
  if (!draft.ok) return { why: draft.refusal.message }
  const parsed = parse(DraftParts, typedParts(text))
  return parsed.ok ? { draft: { ...draft, parts: parsed.value } } : { why: parsed.errors.map(({ message }) => message).join('；') }
}

/** The letter, or one sentence why it cannot be set. */
async function draw(letters: LetterRenderer | null, { material, parts }: DraftView): Promise<{ readonly bytes: Uint8Array } | { readonly why: string }> {
  if (!letters) return { why: '这里不能预览PDF' }
  try {
    return await letters.render(material.letter.code, draftProps(material, parts))
  } catch (error) {
    if (error instanceof MissingGlyphError) return { why: `“${error.character}”（${error.codePoint}）这个字现有的字体都没有，改用别的字以后才能预览` }
    if (error instanceof LetterRenderError) return { why: '排版的程序一时没有回应，请过一会儿再看' }
    throw error
  }
}

function pdf(c: Context<WebEnv>, bytes: Uint8Array, number: string): Response {
  c.header('Content-Type', 'application/pdf')
  c.header('Content-Disposition', `inline; filename="${number}-draft.pdf"`)
  c.header('Cache-Control', 'private, no-store')
  return c.body(new Uint8Array(bytes))
}

/** A page in the frame where the PDF would be. */
function inFrame(c: Context<WebEnv>, why: string, status: 409 | 429 = 409): Response | Promise<Response> {
  c.header('Cache-Control', 'private, no-store')
  return c.html(<ProblemPage title="现在没有预览"><p>{why}。</p></ProblemPage>, status)
}
