import { sql } from 'drizzle-orm'
import type { CivilDate } from '#law/civil-date.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { bigramQuery, candidateIds, sharedWeight, type BigramColumn } from '#store/bigrams.ts'

/** An item that may answer what somebody describes. */
export interface Suggested {
  readonly id: string
  readonly authorityId: string
  readonly authorityName: string
  readonly kind: 'published' | 'catalogue'
  readonly title: string
  readonly documentRef: string | null
  readonly summary: string | null
  readonly url: string | null
  readonly publishedOn: CivilDate | null
  /** 0 to 1: how much of the text the item shares, and how much of its title the text names. */
  readonly score: number
}

const INDEX: BigramColumn = { table: 'published_item', column: 'bigrams' }
/** Ranked again by their titles. */
const SHORT_LIST = 30
/** Below it the words are shared by chance. */
const LEAST_SCORE = 0.27

/**
 * Items that may answer a description, the likeliest first. Neither the text nor anything of it is stored.
 * @param authorityId only items of this authority; null: of all
 */
export async function searchPublished(db: Queryable, text: string, limit: number, authorityId: string | null = null): Promise<Suggested[]> {
  const query = await bigramQuery(db, INDEX, text)
  if (query === null) return []
  const terms = Object.keys(query.weights)
  const own = authorityId === null ? sql`active` : sql`active and authority_id = ${authorityId}`
  const rows = await db.execute(sql`
    with short as (
      select item.*, ${sharedWeight(sql`item.bigrams`, query)} as share
      from published_item as item where item.id in (${candidateIds(INDEX, query, own)})
      order by share desc, item.published_on desc nulls last limit ${SHORT_LIST}
    ), measured as (
      select short.*, title.named, title.named::float8 / greatest(title.words, 1) as coverage
      from short cross join lateral (
        select count(*) filter (where word = any (${`{${terms.join(',')}}`}::text[])) as named, count(*) as words
        from unnest(tsvector_to_array(zhixi_bigrams(short.title))) as cut (word) where word !~ '^[0-9]{1,2}$'
      ) as title
    )
    select measured.id, measured.authority_id as "authorityId", authority.name as "authorityName", kind, title, document_ref as "documentRef", summary, url,
      published_on as "publishedOn", (0.5 * share + 0.5 * coverage) as score
    from measured join authority on authority.id = measured.authority_id
    where named >= ${Math.min(2, terms.length)} and 0.5 * share + 0.5 * coverage >= ${LEAST_SCORE}
    order by score desc, published_on desc nulls last, measured.id limit ${limit}`)
  return rows as unknown as Suggested[]
}
