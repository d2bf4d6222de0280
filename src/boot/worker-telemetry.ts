/** Stands in for `@better-auth/telemetry` in the Workers bundle (wrangler.toml): nothing is reported to anybody. */
export async function createTelemetry() {
  return { publish: async (): Promise<void> => {} }
}
