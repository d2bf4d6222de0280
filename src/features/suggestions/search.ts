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
const LEAST_SCORE = 0.2

/**
 * Items that may answer a description, the likeliest first. Neither the text nor anything of it is stored.
 * An item whose document number stands in the text comes first. Otherwise half of the score is how much of the text the item holds,
 * half how much of the item's title the text names; one shared word alone is chance, unless the text has no more.
 * @param authorityId only items of this authority; null: of all
 */
export async function searchPublished(db: Queryable, text: string, limit: number, authorityId: string | null = null): Promise<Suggested[]> {
  const query = await bigramQuery(db, INDEX, text)
  if (query === null) return []
  const terms = `{${Object.keys(query.weights).join(',')}}`
  const own = authorityId === null ? sql`active` : sql`active and authority_id = ${authorityId}`
  const rows = await db.execute(sql`
    with short as (
      select item.*, ${query.held}::float8 * ${sharedWeight(sql`item.bigrams`, query)} as share
      from published_item as item where item.id in (${candidateIds(INDEX, query, own)})
      order by share desc, item.published_on desc nulls last limit ${SHORT_LIST}
    ), measured as (
      select short.*, cardinality(array(select unnest(tsvector_to_array(short.bigrams)) intersect select unnest(${terms}::text[]))) as shared,
        coalesce((
          select count(*) filter (where word = any (${terms}::text[]))::float8 / count(*)
          from unnest(tsvector_to_array(zhixi_bigrams(short.title))) as cut (word) where word !~ '^[0-9]{1,2}$'
        ), 0) as coverage,
        position(regexp_replace(document_ref, '[^[:alnum:]]', '', 'g') in regexp_replace(normalize(${text}, NFKC), '[^[:alnum:]]', '', 'g')) > 0 as named
      from short
    ), scored as (
      select measured.*, case when named then 1 else 0.5 * share + 0.5 * coverage end as score from measured where named or shared >= ${Math.min(2, Object.keys(query.weights).length)}
    )
    select scored.id, scored.authority_id as "authorityId", authority.name as "authorityName", kind, title, document_ref as "documentRef", summary, url,
      published_on as "publishedOn", score::float8
    from scored join authority on authority.id = scored.authority_id
    where score >= ${LEAST_SCORE}
    order by score desc, published_on desc nulls last, scored.id limit ${limit}`)
  return rows as unknown as Suggested[]
}
