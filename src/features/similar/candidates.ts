import { sql, type SQL } from 'drizzle-orm'
import type { Queryable } from '#platform/db/connect.ts'
import { application } from '#store/tables/application.table.ts'

/** Words looked up at most; the rarest, because a common word finds half of the register. */
const MOST_WORDS = 16
/** Rows that the words are expected to find together. */
const MOST_ROWS = 3000
const MOST_PER_WORD = 600
const MOST_CANDIDATES = 100

/** The expression under the index `application_bigrams`, word for word. */
const INDEXED: SQL = sql`zhixi_bigrams(application.subject || ' ' || coalesce(application.document_ref, '') || ' ' || application.description)`

/**
 * Applications of an authority that share the rarest words with a text, most shared words first. How rare a word is, PostgreSQL knows from
 * its own statistics of the index; before the first ANALYZE all words count as rare, and the bounds alone keep it quick.
 */
export async function candidateApplications(tx: Queryable, authorityId: string, text: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with common as (
      select word, share from pg_stats, unnest(most_common_elems::text::text[], (most_common_elem_freqs)[1:cardinality(most_common_elems::text::text[])]) as listed (word, share)
      where schemaname = current_schema() and tablename = 'application_bigrams'
    ), ranked as (
      select cut.term, row_number() over rarest as place,
        sum(coalesce(common.share, 0) * (select greatest(reltuples, 0) from pg_class where oid = to_regclass('application_bigrams'))) over rarest as expected
      from unnest(tsvector_to_array(zhixi_bigrams(${text}))) as cut (term) left join common on common.word = cut.term
      window rarest as (order by coalesce(common.share, 0), cut.term)
    )
    select hit.id from ranked
      cross join lateral (
        select ${application.id} from ${application}
        where ${INDEXED} @@ ('''' || ranked.term || '''')::tsquery and ${application.authorityId} = ${authorityId} limit ${MOST_PER_WORD}
      ) as hit
    where ranked.place <= ${MOST_WORDS} and (ranked.place <= 2 or ranked.expected <= ${MOST_ROWS})
    group by hit.id order by count(*) desc, hit.id desc limit ${MOST_CANDIDATES}`)
  return rows.map(({ id }) => id)
}
