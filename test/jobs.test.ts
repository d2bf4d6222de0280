import { glob } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { jobHandlers } from '#src/jobs.ts'
import type { JobDefinition } from '#store/outbox.ts'

test('every job that a feature defines has its handler, and no other', async () => {
  const cwd = fileURLToPath(new URL('../src/', import.meta.url))
  const defined: string[] = []
  for await (const file of glob('**/*.job.ts', { cwd })) {
    const exported = (await import(`${cwd}${file}`)) as Record<string, JobDefinition<Record<string, unknown>>>
    defined.push(...Object.values(exported).map(({ name }) => name))
  }
  const handled = [...jobHandlers({ letters: { render: () => Promise.reject(new Error('not called')) } }).keys()]
  expect(defined).toContain('render-letter')
  expect(handled.toSorted()).toEqual(defined.toSorted())
})
