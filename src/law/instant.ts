/** A moment: ISO 8601 in UTC with milliseconds, e.g. `2026-11-02T13:14:00.000Z`. Days are read from it in Asia/Shanghai. */
export type Instant = string & { readonly __instant: true }

/**
 * Brands an ISO 8601 UTC string. Pure: the caller owns the clock.
 * @throws RangeError when the text is no such moment
 */
export function instant(text: string): Instant {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text)) throw new RangeError(`not a UTC moment: ${text}`)
  return text as Instant
}
