/** Stands in for `@better-auth/memory-adapter` in the Workers bundle (wrangler.toml): accounts are in the database. */
export function memoryAdapter(): never {
  throw new Error('accounts are kept in the database')
}
