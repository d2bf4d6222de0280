/** `/status/2026-0187`, or a page below it. */
export function statusPath(number: string, below = ''): string {
  return below === '' ? `/status/${number}` : `/status/${number}/${below}`
}

export function letterHref(number: string, letterId: string): string {
  return statusPath(number, `letters/${letterId}.pdf`)
}
