import * as z from 'zod'
import { OCCASIONS, type Occasion } from './occasions.ts'
import { CHANNEL_NAMES, STATE_NAMES, type MessageChannel, type MessageState } from './message.table.ts'

const keysOf = <K extends string>(words: Readonly<Record<K, string>>) => Object.keys(words) as [K, ...K[]]
const meanings = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([key, text]) => `${key} ${text}`).join('，')

const LAST_PAGE = 200

/** What of the list is asked for; a query that makes no sense is read as none. */
export const MessagesQuery = z.object({
  state: z.enum(keysOf<MessageState>(STATE_NAMES)).optional().catch(undefined).meta({ description: meanings(STATE_NAMES) }),
  page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1).meta({ description: '第几页，每页50条' }),
})

export function messagesAsked(query: Readonly<Record<string, string>>): { readonly state: MessageState | undefined; readonly page: number } {
  const { state, page } = MessagesQuery.parse(query)
  return { state, page }
}

export const MessageAnswer = z
  .object({
    id: z.uuid(),
    number: z.string().meta({ description: '案件编号' }),
    occasion: z.enum(keysOf<Occasion>(OCCASIONS)).or(z.string()).meta({ description: meanings(OCCASIONS) }),
    letterId: z.uuid().nullable(),
    channel: z.enum(keysOf<MessageChannel>(CHANNEL_NAMES)),
    recipient: z.string().meta({ description: '遮住中间' }),
    subject: z.string().nullable().meta({ description: '短信没有标题' }),
    text: z.string(),
    state: z.enum(keysOf<MessageState>(STATE_NAMES)).meta({ description: meanings(STATE_NAMES) }),
    attempts: z.int(),
    failure: z.string().nullable(),
    failedTries: z.array(z.object({ at: z.iso.datetime(), failure: z.string() })),
    providerId: z.string().nullable().meta({ description: '邮件的 Message-ID，或者短信网关的编号' }),
    notBefore: z.iso.datetime().nullable().meta({ description: '静默时段以后才发的短信' }),
    createdAt: z.iso.datetime(),
    sentAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Message' })
