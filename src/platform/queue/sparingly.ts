const QUIET_SECONDS = 30

/**
 * Says the same thing at most every half minute: a lost connection reports itself many times a second.
 * @param say told the text and how often it was swallowed since the last time
 */
export function sparingly(say: (message: string, left: number) => void, seconds: () => number = () => performance.now() / 1000) {
  const said = new Map<string, { at: number; left: number }>()
  return (error: unknown): void => {
    const message = textOf(error)
    const before = said.get(message)
    if (before && seconds() - before.at < QUIET_SECONDS) {
      before.left += 1
      return
    }
    if (said.size > 100) said.clear()
    said.set(message, { at: seconds(), left: 0 })
    say(message, before?.left ?? 0)
  }
}

/** Connection errors to several addresses at once have no text of their own. */
function textOf(error: unknown): string {
  if (error instanceof AggregateError && !error.message) return error.errors.map(textOf).join('; ')
  return error instanceof Error ? error.message || error.name : String(error)
}
