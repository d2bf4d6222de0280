const MARKER = /(?:^|[\s；;。：:，,])[（(]?(\d{1,2})[)）.、．](?!\d)/gu

/** How many numbered things a description asks for: 1. … 2. … 3. … counts three, a text without numbers one. A guess, only to tell of it. */
export function itemsIn(description: string): number {
  let run = 0
  for (const [, figure] of description.matchAll(MARKER)) {
    if (Number(figure) === run + 1) run += 1
  }
  return Math.max(run, 1)
}
