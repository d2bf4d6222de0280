import type { Context } from 'hono'
import type { Ctx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { searchPublished, type Suggested } from './search.ts'
import { noteShown, noteSufficient } from './visit.ts'

/** What stands beside the description. */
export interface Suggestions {
  readonly items: readonly Suggested[]
  /** Something was written to search with. */
  readonly asked: boolean
  /** The button was pressed: an empty answer is said too. */
  readonly looked: boolean
  /** Whose items need no name. */
  readonly authorityId: string
}

/** The fields of the application that say what is wanted. */
export type Wanted = Readonly<Record<string, string | undefined>>

const MOST_SHOWN = 5
/** Shorter texts name nothing yet. */
const LEAST_LETTERS = 2

/**
 * Searches for what may answer the description, and notes what is shown. Applying goes on whatever happens here: where the search
 * fails nothing is suggested, and the log says why.
 */
export async function suggestFor(c: Context<WebEnv>, ctx: Ctx, wanted: Wanted, authorityId: string, looked = false): Promise<Suggestions> {
  const text = textOf(wanted)
  const asked = [...text].length >= LEAST_LETTERS
  const nothing = { items: [], asked, looked, authorityId }
  if (!asked) return nothing
  try {
    const items = await searchPublished(ctx.db, text, MOST_SHOWN)
    await noteShown(c, ctx, items.map(({ id }) => id))
    return { ...nothing, items }
  } catch (error) {
    ctx.log.error('suggestions: search failed', { error: error instanceof Error ? error.name : 'unknown' })
    return nothing
  }
}

/**
 * Where a button of the suggestions leads, once what was typed is kept: 看看有没有已经公开的, and 这条就够了. Null: it was another button.
 */
export async function answerSuggestion(c: Context<WebEnv>, ctx: Ctx, action: string): Promise<string | null> {
  if (action === 'look') return '/apply/what?looked=1#suggestions'
  const enough = /^enough:(.{1,40})$/.exec(action)
  if (!enough) return null
  return (await noteSufficient(c, ctx, enough[1]!)) ? `/suggestions/enough?item=${enough[1]}` : '/apply/what'
}

/** The name counts like the description; NUL is nothing that the database could be asked for. */
function textOf({ subject = '', documentRef = '', description = '' }: Wanted): string {
  return `${subject}\n${documentRef}\n${description}`.replaceAll('\0', ' ').toWellFormed().trim().slice(0, 4000)
}
