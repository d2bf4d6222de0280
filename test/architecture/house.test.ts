import { expect, test } from 'vitest'
import { readModule, sourceFiles } from './imports.ts'

const modules = sourceFiles('src', 'templates').map((path) => readModule(path))
const lines = (text: string) => text.split('\n').length

test('no file has more than 300 lines, and the median has at most 60', () => {
  const long = modules.filter((module) => lines(module.text) > 301).map((module) => module.path)
  const sizes = modules.map((module) => lines(module.text)).sort((a, b) => a - b)
  expect(long).toEqual([])
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60)
})

test('file names are kebab-case', () => {
  const odd = modules.map((module) => module.path).filter((path) => !/^(src|templates)\/([a-z0-9_-]+\/)*[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.tsx?$/.test(path))
  expect(odd).toEqual([])
})

test('nothing is exported by default', () => {
  expect(modules.filter((module) => /^export default/m.test(module.text) && module.path !== 'src/main.worker.ts').map((module) => module.path)).toEqual([])
})

test('every JSX file names its runtime', () => {
  const bare = modules.filter(({ path, text }) => path.endsWith('.tsx') && !text.includes(path.startsWith('templates/') ? '@jsxImportSource react' : '@jsxImportSource hono/jsx'))
  expect(bare.map((module) => module.path)).toEqual([])
})
