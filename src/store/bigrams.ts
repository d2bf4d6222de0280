import { sql, type SQL } from 'drizzle-orm'
import type { Queryable } from '#platform/db/connect.ts'

/** A `tsvector` column that `zhixi_bigrams` fills, under a GIN index. */
export interface BigramColumn {
  readonly table: string
  readonly column: string
}

/** What to look for in a bigram column. Terms are two-character words as the index has them. */
export interface BigramQuery {
  /** `tsquery` texts for `column @@ …::tsquery`; together they find the rows worth ranking. Take {@link CANDIDATES} of each at most. */
  readonly tsqueries: readonly string[]
  /** The terms that some row holds, with their weights: rare ones weigh more. They add up to 1. */
  readonly weights: Readonly<Record<string, number>>
  /** 0 to 1: how many of the text's words some row holds at all. Where it is small, what is found shares little with the text. */
  readonly held: number
}

/** Rows that each part of a query brings to be ranked at most. */
export const CANDIDATES = 200
/** Terms of one query at most; the rarest are kept. */
const MOST_TERMS = 32
/** Counting stops here: a term this frequent is no help in finding. */
const COUNTED = 400
/** What every request says, so that nothing is found by it. */
const BOILERPLATE = /政府信息公开|政府信息|申请公开|请求公开|公开申请|我想申请|我要申请|我想知道|我想要|希望|申请|以下|如下|下列|上述|有关|相关|关于|复印件|请问|您好|你好|谢谢|我想|我要|提供|公开|材料|信息/gu

/** A term of the query and how many rows hold it, as far as was counted or estimated. */
export interface KnownTerm {
  readonly term: string
  readonly rows: number
}

/** The text without the words that every request has; positions change. */
export function withoutBoilerplate(text: string): string {
  return text.replace(BOILERPLATE, ' ')
}

/**
 * Cuts a text as the index does and chooses what to search with. How frequent a term is comes from the statistics of the column;
 * those that are too rare to stand there are counted in the index. Null: no row holds any of the terms.
 */
export async function bigramQuery(db: Queryable, { table, column }: BigramColumn, text: string): Promise<BigramQuery | null> {
  const [at, of] = [sql.identifier(table), sql.identifier(column)]
  const known = (await db.execute(sql`
    with common as (
      select word, share * (select greatest(reltuples, 0) from pg_class where oid = to_regclass(${table})) as rows
      from pg_stats, unnest(most_common_elems::text::text[], (most_common_elem_freqs)[1:cardinality(most_common_elems::text::text[])]) as listed (word, share)
      where schemaname = current_schema() and tablename = ${table} and attname = ${column}
    )
    select cut.term, coalesce(common.rows, counted.rows)::int as rows
    from unnest(tsvector_to_array(zhixi_bigrams(${withoutBoilerplate(text).slice(0, 4000)}))) as cut (term)
      left join common on common.word = cut.term
      left join lateral (
        select count(*) as rows from (select 1 from ${at} where common.rows is null and ${of} @@ quote_literal(cut.term)::tsquery limit ${COUNTED}) as found
      ) as counted on true`)) as unknown as KnownTerm[]
  return chooseBigrams(known)
}

/** Rare terms by "or"; then at least three, at least two and at least one of the six rarest, so that frequent words find together. */
export function chooseBigrams(known: readonly KnownTerm[]): BigramQuery | null {
  const words = known.filter(({ term }) => !/^\d{1,2}$/.test(term))
  const terms = words
    .filter(({ rows }) => rows > 0)
    .toSorted((a, b) => a.rows - b.rows || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_TERMS)
  if (terms.length === 0) return null
  const weigh = ({ rows }: KnownTerm) => 1 / Math.log2(2 + rows)
  const sum = terms.reduce((total, term) => total + weigh(term), 0)
  return { held: words.filter(({ rows }) => rows > 0).length / words.length, tsqueries: queriesOf(terms), weights: Object.fromEntries(terms.map((term) => [term.term, weigh(term) / sum])) }
}

function queriesOf(terms: readonly KnownTerm[]): string[] {
  let expected = 0
  const rare = terms.filter(({ rows }) => (expected += rows) <= CANDIDATES).map(quoted)
  if (rare.length === terms.length) return [rare.join(' | ')]
  const six = terms.slice(0, 6).map(quoted)
  return [rare, ...[3, 2, 1].map((size) => combinations(six, size).map((some) => `(${some.join(' & ')})`))].flatMap((some) => (some.length > 0 ? [some.join(' | ')] : []))
}

function combinations(of: readonly string[], size: number): string[][] {
  if (size === 0) return [[]]
  return of.flatMap((one, index) => combinations(of.slice(index + 1), size - 1).map((rest) => [one, ...rest]))
}

/** The terms are Han characters, a–z and 0–9 alone; the quotes are for the parser. */
function quoted({ term }: { readonly term: string }): string {
  return `'${term.replaceAll("'", '')}'`
}

/** Ids of the rows worth ranking, for `where id in (…)`. `filter` narrows them before they are counted off. */
export function candidateIds({ table, column }: BigramColumn, { tsqueries }: BigramQuery, filter: SQL): SQL {
  const [at, of] = [sql.identifier(table), sql.identifier(column)]
  return sql.join(tsqueries.map((query) => sql`(select id from ${at} where ${of} @@ ${query}::tsquery and ${filter} limit ${CANDIDATES})`), sql` union `)
}

/** How much of the query a row shares, from 0 to 1: the sum of the weights of the terms that it holds. */
export function sharedWeight(column: SQL, { weights }: BigramQuery): SQL<number> {
  const terms = Object.keys(weights).map((term) => `"${quoted({ term })}"`)
  return sql<number>`(
    select coalesce(sum(wanted.weight), 0)::float8
    from unnest(${`{${terms.join(',')}}`}::tsquery[], ${`{${Object.values(weights).join(',')}}`}::float8[]) as wanted (term, weight)
    where ${column} @@ wanted.term)`
}
