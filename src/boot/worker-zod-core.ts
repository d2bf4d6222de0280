/**
 * Stands in for `zod/v4/core` in the Workers bundle (wrangler.toml): hono-openapi imports that module dynamically, which
 * would keep all of it, fifty languages of messages included.
 */
export { toJSONSchema } from 'zod'
