import * as z from 'zod'
import { UPLOAD_PURPOSES } from '#features/uploads/index.ts'
import { line } from '#platform/validation/text.ts'

const PURPOSES = Object.keys(UPLOAD_PURPOSES) as [keyof typeof UPLOAD_PURPOSES, ...(keyof typeof UPLOAD_PURPOSES)[]]

/** Why a paper with personal data is opened. */
export const OpenPaper = z.object({ reason: line({ label: '查看事由', min: 4, max: 200 }) }).meta({ id: 'OpenPaper' })

/** A paper in the file of a case. */
export const Paper = z
  .object({
    id: z.string(),
    purpose: z.enum(PURPOSES),
    name: z.string(),
    type: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
    size: z.int().meta({ description: '字节' }),
    pages: z.int(),
    sha256: z.string(),
    scan: z.enum(['none', 'waiting', 'clean', 'found']).meta({ description: '病毒检查：没有设，等待，干净，查到病毒（已隔离）' }),
    addedByName: z.string(),
    addedAt: z.string(),
  })
  .meta({ id: 'Paper' })

export const PaperList = z.object({ items: z.array(Paper) }).meta({ id: 'PaperList' })

/** The parts of the form that brings papers, as OpenAPI describes it. */
export const ATTACH_FORM = {
  type: 'object' as const,
  required: ['purpose', 'files'],
  properties: {
    purpose: { type: 'string' as const, enum: [...PURPOSES], description: Object.entries(UPLOAD_PURPOSES).map(([code, word]) => `${code} ${word}`).join('，') },
    files: { type: 'array' as const, items: { type: 'string' as const, format: 'binary' }, description: '同名字段可以有几个' },
  },
}
