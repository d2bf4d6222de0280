import * as z from 'zod'

/** Stands in for `@better-auth/core/social-providers` in the Workers bundle (wrangler.toml): staff sign in with their own account, never with one of these. */
export const socialProviders = {}
export const SocialProviderListEnum = z.string()
