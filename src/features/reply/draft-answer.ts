import * as z from 'zod'
import type { LetterRenderer } from '#platform/letters/renderer.ts'
import type { DraftView } from './draft-view.ts'
import { pageGate } from './page-gate.ts'
import { lockedParts } from './reply-props.ts'

/** The draft of a reply as the API tells it. */
export const DraftAnswer = z
  .object({
    number: z.string().meta({ example: '2026-0159' }),
    version: z.int(),
    letter: z.object({ code: z.string(), title: z.string() }),
    parts: z.object({ requestText: z.string(), facts: z.string(), decisionText: z.string(), attachments: z.string().meta({ description: '附件清单，每行一件' }) }).meta({ description: '承办人写的几段' }),
    saved: z
      .object({ revision: z.int(), savedBy: z.string(), savedAt: z.iso.datetime() })
      .nullable()
      .meta({ description: '还没有存过就是null，parts是建议的正文' }),
    locked: z
      .object({ groundSentence: z.string(), remedyClause: z.string().nullable(), numberSeries: z.string() })
      .meta({ description: '由决定、案卷、法律定的几段，不能改' }),
    gate: z.object({
      complete: z.boolean().meta({ description: 'false：这里不排版，字体和模板要求的内容没有检查' }),
      blocks: z.array(
        z.object({
          kind: z.enum(['part', 'fill', 'glyph', 'outdated']),
          field: z.enum(['requestText', 'facts', 'decisionText', 'attachments']).nullable(),
          message: z.string(),
          article: z.string().nullable(),
        }),
      ),
    }).meta({ description: '送审前须改的' }),
  })
  .meta({ id: 'Draft' })

export async function draftAnswer(letters: LetterRenderer | null, draft: DraftView): Promise<z.output<typeof DraftAnswer>> {
  const { view, material, saved, parts } = draft
  const { groundSentence, remedyClause, numberSeries } = lockedParts({ ...material.source, signed: null })
  const gate = await pageGate(letters, draft)
  return {
    number: view.row.number,
    version: view.row.version,
    letter: material.letter,
    parts,
    saved: saved && { revision: saved.revision, savedBy: saved.savedBy, savedAt: saved.savedAt },
    locked: { groundSentence, remedyClause, numberSeries },
    gate: { complete: gate.complete, blocks: gate.blocks.map((block) => ({ ...block })) },
  }
}
