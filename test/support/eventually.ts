/** Asks again until `check` neither throws nor returns false; fails with its last word when time is up. */
export async function eventually<T>(check: () => Promise<T> | T, { timeoutMs = 15_000 } = {}): Promise<T> {
  const end = performance.now() + timeoutMs
  for (;;) {
    try {
      const value = await check()
      if (value !== false) return value
      if (performance.now() > end) throw new Error(`still false after ${timeoutMs} ms: ${check.toString()}`)
    } catch (error) {
      if (performance.now() > end) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
