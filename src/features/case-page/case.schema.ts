import * as z from 'zod'
import { CaseBrief } from '#features/desk/index.ts'

const day = z.string().meta({ format: 'date' })
const Cite = z.object({ instrument: z.string(), article: z.int(), paragraph: z.int().optional(), item: z.int().optional() }).meta({ id: 'Citation' })
const text = z.string().nullable()

/** `GET /cases/{number}`: everything that the page of a case shows. */
export const CaseDetail = CaseBrief.extend({
  request: z.object({ description: z.string().meta({ description: '本案要的信息；拆分过的是自己那一件' }), application: z.string().meta({ description: '申请全文' }), documentRef: text, form: z.string(), way: z.string() }),
  applicant: z.object({
    name: z.string(),
    kind: z.string(),
    documentType: z.string(),
    personal: z
      .object({
        documentNumber: z.string(), contactName: text, phone: text, email: text, address: text, postcode: text,
        agent: z.object({ name: z.string(), documentType: z.string(), documentNumber: z.string(), phone: z.string() }).nullable().describe('代理人'),
      })
      .nullable()
      .meta({ description: '打码；全部内容用 POST personal-data，须写事由；null：已清除' }),
  }),
  decisionDetail: z.object({ code: z.string(), name: z.string(), reason: z.string(), groundText: text, refusedPart: text }).nullable(),
  delivery: z.object({ on: day, service: z.string(), evidence: z.string() }).nullable(),
  month: z
    .object({ ordinal: z.int().nullable(), counted: z.int().nullable().meta({ description: '计费时算第几件：并回的不计' }) })
    .meta({ description: '同一申请人收到日所在自然月的第几件（国办函〔2020〕109号第四条）；证件号码没有留存为null' }),
  split: z
    .object({ part: text, parts: z.array(z.string()), splitFrom: text, joinedInto: text })
    .meta({ description: '一事一申请：拆出的编号、从哪件拆出、并回哪件' }),
  links: z.array(z.object({ other: z.string(), relation: z.enum(['similar', 'repeated']), note: text })).meta({ description: '本案记的关联；两边的见 GET similar' }),
  working: z.array(z.object({ on: day, text: z.string(), cite: Cite.nullable() })).meta({ description: '期限是怎么算出来的' }),
  days: z
    .array(z.object({ date: day, kind: z.string(), count: z.int().nullable(), extension: z.boolean(), name: text }))
    .meta({ description: '逐日列表；count 是计入的第几日' }),
  commands: z
    .array(
      z.object({
        command: z.string(),
        label: z.string(),
        allowed: z.boolean(),
        because: z.enum(['role', 'status', 'case']).nullable(),
        code: text,
        reason: text,
        cite: Cite.nullable(),
      }),
    )
    .meta({ description: '您现在能办什么；不能的写明为什么' }),
  letters: z.array(
    z.object({ id: z.string(), title: z.string(), documentNumber: text, issuedOn: day, status: z.enum(['queued', 'stored', 'failed']), pages: z.int().nullable(), failure: text }),
  ),
  correction: z
    .object({ letterId: text, requestedOn: day, respondBy: day, receivedOn: day.nullable(), late: z.object({ on: day, refused: text }).nullable() })
    .nullable()
    .meta({ description: '告知过的补正；late：逾期交的，等认定或者没有认可' }),
  supplements: z
    .array(z.object({ id: z.string(), receivedOn: day, text, lateReason: text, papers: z.array(z.string()) }))
    .meta({ description: '申请人补充的；内容清除后为null，papers是材料的编号' }),
  events: z.array(
    z.object({ seq: z.int(), type: z.string(), on: day, recordedAt: z.string(), actorKind: z.string(), actorName: z.string(), text: z.string() }),
  ),
  chain: z.object({ intact: z.boolean(), events: z.int(), brokenAt: z.int().nullable(), reason: text }).meta({ description: '哈希链校验' }),
}).meta({ id: 'CaseDetail' })
export type CaseDetail = z.infer<typeof CaseDetail>
