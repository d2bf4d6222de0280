/** Middle value; of an even number of values the upper one of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Runs `work` `count` times with so many at once; returns how many per second. */
export async function throughput(count: number, atOnce: number, work: (index: number) => Promise<void>): Promise<number> {
  let next = 0
  const worker = async () => {
    for (let index = next++; index < count; index = next++) await work(index)
  }
  const ms = await timed(() => Promise.all(Array.from({ length: atOnce }, worker)))
  return (count / ms) * 1000
}

export interface Row {
  readonly what: string
  readonly figure: string
  readonly against: string
  readonly ratio: string
  readonly wanted: string
}

/** Prints the rows as a table. */
export function printTable(rows: readonly Row[]): void {
  console.table(Object.fromEntries(rows.map(({ what, ...row }) => [what, row])))
}

export const ms = (value: number) => `${value.toFixed(1)} ms`
export const perSecond = (value: number) => `${value.toFixed(0)}/s`
export const times = (value: number) => `${value.toFixed(2)} x`
export const mb = (bytes: number) => `${(bytes / 1048576).toFixed(0)} MB`
