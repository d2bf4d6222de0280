/** Where people land after signing in when no page asked for it. */
export const AFTER_SIGN_IN = '/desk'

/**
 * A path of this site, or {@link AFTER_SIGN_IN}. A browser reads `//host`, `/\host` and tabs inside as another site, so
 * the text is resolved the way a browser does it before it is believed.
 */
export function ownPath(text: string | undefined): string {
  if (!text?.startsWith('/') || text.length > 2000) return AFTER_SIGN_IN
  const here = 'http://own.invalid'
  if (!URL.canParse(text, here)) return AFTER_SIGN_IN
  const url = new URL(text, here)
  if (url.origin !== here || url.pathname.startsWith('//')) return AFTER_SIGN_IN
  return url.pathname + url.search
}
