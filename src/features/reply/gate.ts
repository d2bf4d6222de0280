import { LetterRenderError, type LetterRenderer } from '#platform/letters/renderer.ts'
import { AppError } from '#platform/errors.ts'
import { typedParts, type DraftParts } from './draft.schema.ts'
import { stillToFill } from './placeholders.ts'

/** One thing that must be mended before the review. */
export interface GateBlock {
  /** `part`: the law wants it said; `fill`: a 【填写：…】 is left; `glyph`: no font has the character; `outdated`: written for the decision before. */
  readonly kind: 'part' | 'fill' | 'glyph' | 'outdated'
  /** The part to mend; null where the drafter cannot (a name in the file, a missing font). */
  readonly field: keyof DraftParts | null
  readonly message: string
  readonly article: string | null
}

/** What stands in the way of sending a draft to review. */
export interface Gate {
  readonly blocks: readonly GateBlock[]
  /** False where this runtime cannot ask the template: then only what is typed was looked at. */
  readonly complete: boolean
}

/** The parts of a letter that a drafter writes, in words of the page. */
export const PART_LABELS: Readonly<Record<keyof DraftParts, string>> = {
  requestText: '申请内容', facts: '事实和理由', decisionText: '决定', attachments: '附件',
}
const PARTS = Object.keys(PART_LABELS) as (keyof DraftParts)[]

/** Where what a template misses is written: its own field, or the part in which its text looks for it. */
const WRITTEN_IN: Readonly<Record<string, keyof DraftParts>> = { provision: 'decisionText', search: 'facts', category: 'facts' }

/**
 * Asks the template: required parts that are missing (law.md §1.1), characters that no font has; and what is left to fill in.
 * @throws AppError unavailable when the letter threads do not answer
 */
export async function gateOf(letters: LetterRenderer | null, code: string, props: Record<string, unknown>): Promise<Gate> {
  const parts = typedParts((part) => [props[part] ?? ''].flat().join('\n'))
  if (!letters) return { blocks: [...empty(parts), ...unlisted(parts), ...unfilled(parts)], complete: false }
  const { missingGlyphs, missingParts } = await letters.check(code, props).catch(unanswered)
  const blocks = [
    ...missingParts.map(({ field, message, article }): GateBlock => ({ kind: 'part', field: partOf(field), message, article })),
    ...unlisted(parts),
    ...unfilled(parts),
    ...missingGlyphs.map(({ character, codePoint, field }): GateBlock => ({
      kind: 'glyph',
      field: PARTS.find((part) => PART_LABELS[part] === field) ?? null,
      message: `${field}里的“${character}”（${codePoint}）这个字现有的字体都没有，请改用别的字，或者由管理员补上字体`,
      article: null,
    })),
  ]
  return { blocks, complete: true }
}

/** The same for a page: where the threads do not answer, what can be seen without them. */
export async function gateForPage(...asked: Parameters<typeof gateOf>): Promise<Gate> {
  try {
    return await gateOf(...asked)
  } catch (error) {
    if (error instanceof AppError && error.options.code === NO_ANSWER) return gateOf(null, asked[1], asked[2])
    throw error
  }
}

/** The letter threads did not answer. */
export const NO_ANSWER = 'reply/no-answer'

function partOf(field: string): keyof DraftParts | null {
  return WRITTEN_IN[field] ?? PARTS.find((part) => part === field) ?? null
}

function unfilled(parts: DraftParts): GateBlock[] {
  return PARTS.flatMap((field) =>
    stillToFill(parts[field]).map((what): GateBlock => ({ kind: 'fill', field, message: `${PART_LABELS[field]}里的【填写：${what}】还没有填`, article: null })),
  )
}

function empty(parts: DraftParts): GateBlock[] {
  return PARTS.filter((field) => field !== 'attachments' && parts[field].trim() === '').map((field) => ({ kind: 'part', field, message: `没有写${PART_LABELS[field]}`, article: '36条' }))
}

/** 36条第二项: what is provided with the letter is told in the letter. */
function unlisted({ decisionText, attachments }: DraftParts): GateBlock[] {
  if (attachments !== '' || !/见[^。，；]{0,8}附件/u.test(decisionText)) return []
  return [{ kind: 'part', field: 'attachments', message: '正文写了见附件，附件清单是空的', article: '36条第二项' }]
}

function unanswered(error: unknown): never {
  if (!(error instanceof LetterRenderError)) throw error
  throw new AppError('unavailable', '排版的程序一时没有回应，写的内容都在，请过一会儿再试', { code: NO_ANSWER, internal: error.message })
}
