import { expect, test } from 'vitest'
import { readModule, sourceFiles, type Module } from './imports.ts'
import {
  circles, clockViolations, decideViolations, featureDoorViolations, floorViolations, missingTargets, purityViolations, reachViolations, templateViolations,
} from './rules.ts'

const files = sourceFiles('src', 'templates')
const modules = files.map((path) => readModule(path))
const DOORS = ['src/app.tsx', 'src/main.worker.ts']

test('as many modules were read as there are files, and their imports were found', () => {
  expect(modules.length).toBe(files.length)
  expect(modules.length).toBeGreaterThan(200)
  expect(modules.flatMap((module) => module.imports).length).toBeGreaterThan(modules.length)
  expect(missingTargets(modules, ['src', 'templates'])).toEqual([])
})

test('lower floors never import higher ones', () => expect(floorViolations(modules)).toEqual([]))
test('law and case know neither npm nor node', () => expect(purityViolations(modules)).toEqual([]))
test('law, case and features have no clock of their own', () => expect(clockViolations(modules)).toEqual([]))
test('features meet only at their index.ts', () => expect(featureDoorViolations(modules)).toEqual([]))
test('decides import law, case and other decides alone', () => expect(decideViolations(modules)).toEqual([]))
test('templates know nothing of src', () => expect(templateViolations(modules)).toEqual([]))
test('the app never reaches what Cloudflare Workers cannot run', () => expect(reachViolations(modules, DOORS)).toEqual([]))
test('there are no circles, types included', () => expect(circles(modules)).toEqual([]))

/** One violation of each kind, to show that the rules above can fail. */
const broken = (path: string, text: string): Module[] => [...modules.filter((module) => module.path !== path), readModule(path, text)]

test.each([
  ['a law file that imports a case', floorViolations, 'src/law/instant.ts', `import type { Actor } from '#case/actor.ts'`],
  ['a feature that imports the app, by type only', floorViolations, 'src/features/reply/issue.ts', `import type { AppOptions } from '../../app.tsx'`],
  ['a feature that imports a template', floorViolations, 'src/features/reply/issue.ts', `import { letters } from '#templates/index.ts'`],
  ['a law file that imports npm', purityViolations, 'src/law/instant.ts', `import { z } from 'zod'`],
  ['a case file that imports node', purityViolations, 'src/case/status.ts', `export const x = await import('node:fs')`],
  ['a feature with its own clock', clockViolations, 'src/features/reply/issue.ts', `export const now = () => new Date()`],
  ['a feature entered by the window', featureDoorViolations, 'src/features/reply/issue.ts', `export { x } from '#features/intake/query-code.ts'`],
  ['a decide that reads the database', decideViolations, 'src/features/reply/issue.decide.ts', `import { loadCase } from '#store/case-store.ts'`],
  ['a template that imports src', templateViolations, 'templates/index.ts', `import { art } from '../src/law/citation.ts'`],
] as const)('%s is found', (_name, rule, path, text) => {
  expect(rule(broken(path, text)).map((violation) => violation.path)).toContain(path)
})

test('a door that reaches the job queue through another module is found', () => {
  const changed = broken('src/features/reply/issue.ts', `import { Queue } from 'bullmq'`)
  expect(reachViolations(changed, DOORS).map((violation) => violation.path)).toEqual(['src/features/reply/issue.ts'])
})

test('a circle made of types alone is found', () => {
  const changed = broken('src/case/status.ts', `import type { CaseState } from './state.ts'`)
  expect(circles(changed).length).toBeGreaterThan(0)
})
