/** Settings for drizzle-kit, e.g. `npm exec --package=drizzle-kit@0.31.11 -- drizzle-kit studio --config drizzle/drizzle.config.ts`. */
export default {
  dialect: 'postgresql',
  schema: './src/**/*.table.ts',
  out: './drizzle',
  dbCredentials: { url: process.env.DATABASE_URL ?? '' },
}
