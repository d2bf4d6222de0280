import { expect, it } from 'vitest'
import { letterThreads } from '#src/boot/letters.ts'

it.each([[1, 1], [2, 1], [3, 2], [16, 2]])('on %i cores letters get %i threads', (cores, threads) => {
  expect(letterThreads(cores)).toBe(threads)
})
