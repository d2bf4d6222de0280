import type postgres from 'postgres'

/** Statements with more parameters than this are lists of changing length, hardly ever sent twice in the same words. */
const MOST_PARAMETERS = 100

type Client = postgres.Sql | postgres.TransactionSql

/**
 * The same client, sending its statements as named ones. drizzle sends every statement unnamed, for which the driver asks the
 * server to describe the parameters first: two journeys for each statement, and none may be on its way before the last is back.
 */
export function preparing<C extends Client>(client: C): C {
  return new Proxy(client, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (key === 'unsafe') {
        return (text: string, parameters: never[] = [], options: object = {}) =>
          target.unsafe(text, parameters, { ...options, prepare: parameters.length <= MOST_PARAMETERS })
      }
      if (key === 'begin' || key === 'savepoint') {
        return (...asked: unknown[]) => (value as (...all: unknown[]) => unknown)(...asked.map((one) => (typeof one === 'function' ? inside(one as never) : one)))
      }
      return value
    },
  })
}

function inside(work: (client: postgres.TransactionSql) => unknown) {
  return (client: postgres.TransactionSql) => work(preparing(client))
}
