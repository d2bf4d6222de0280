import { availableParallelism } from 'node:os'
import type { Config } from '#platform/config.ts'
import { createLetterPool } from '#platform/letters/pool.ts'
import type { LetterRenderer } from '#platform/letters/renderer.ts'

/** The letter threads of this process, with the fonts that the agency has configured. */
export function openLetters(config: Config): LetterRenderer {
  return createLetterPool({
    size: letterThreads(availableParallelism()),
    workerUrl: new URL('../letter-worker.ts', import.meta.url),
    workerData: {
      fonts: {
        body: config.ZHIXI_FONT_BODY,
        title: config.ZHIXI_FONT_TITLE,
        kai: config.ZHIXI_FONT_KAI,
        hei: config.ZHIXI_FONT_HEI,
        song: config.ZHIXI_FONT_SONG,
        fallbacks: config.ZHIXI_FONT_FALLBACK?.split(',').map((path) => path.trim()),
      },
    },
  })
}

/** A second thread (100 MB) only where a core is left for it beside the pages and the first. */
export function letterThreads(cores: number): number {
  return cores > 2 ? 2 : 1
}
