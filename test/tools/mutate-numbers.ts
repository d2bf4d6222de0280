import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * `npm run mutate:numbers`: changes each number of the law by one, and drops or adds single days of the calendar, each in a copy
 * of the project, and tells which change no test of test/law notices. Stryker, which changes operators, leaves numbers alone.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FILES = [
  'src/law/disclosure-regulation/art30-correction.ts',
  'src/law/disclosure-regulation/art32-consultation.ts',
  'src/law/disclosure-regulation/art33-time-limit.ts',
  'src/law/disclosure-regulation/version.ts',
  'src/law/processing-fee-measures/art6-payment.ts',
  'src/law/processing-fee-measures/fee.ts',
  'src/law/processing-fee-measures/fee-parameters.ts',
  'src/law/remedies/remedy-parameters.ts',
]
const ARRANGEMENTS = 'src/law/calendar/arrangements.json'
const YEARS = ['2011', '2014', '2019', '2022', '2023', '2024', '2025', '2026']

interface Mutant {
  readonly file: string
  readonly what: string
  readonly text: string
}

function numberMutants(file: string): Mutant[] {
  const text = tryRead(file)
  if (text === null) return []
  return [...text.matchAll(/(?<![\w'.\-〔])(\d[\d_]*)(?![\w'\-〕])/g)]
    .filter(({ index }) => !isComment(text, index) && !/art\([^)]*$/.test(text.slice(Math.max(0, index - 40), index)))
    .map((match) => {
      const next = String(Number(match[0].replaceAll('_', '')) + 1)
      const line = text.slice(0, match.index).split('\n').length
      return { file, what: `line ${line}: ${match[0]} → ${next}`, text: text.slice(0, match.index) + next + text.slice(match.index + match[0].length) }
    })
}

function calendarMutants(): Mutant[] {
  const text = readFileSync(join(ROOT, ARRANGEMENTS), 'utf8')
  const data = JSON.parse(text) as Record<string, { off: string[]; work: string[] }>
  return YEARS.flatMap((year) =>
    (['work', 'off'] as const).flatMap((list) => {
      const days = data[year]?.[list] ?? []
      const chosen = list === 'work' ? days : days.filter((_day, index) => index % 5 === 0)
      return chosen.map((day) => ({
        file: ARRANGEMENTS,
        what: `${year}: ${list} without ${day}`,
        text: JSON.stringify({ ...data, [year]: { ...data[year], [list]: days.filter((each) => each !== day) } }),
      }))
    }),
  )
}

function isComment(text: string, index: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', index) + 1, index)
  return /^\s*(\*|\/\/|\/\*)/.test(line) || line.includes('//')
}

function tryRead(file: string): string | null {
  try {
    return readFileSync(join(ROOT, file), 'utf8')
  } catch {
    return null
  }
}

const copy = mkdtempSync(join(tmpdir(), 'zhixi-mutants-'))
try {
  for (const name of ['src', 'test', 'package.json', 'tsconfig.json']) cpSync(join(ROOT, name), join(copy, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  const run = () => spawnSync(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'test/tools/law-only.config.ts', '--bail', '1'], { cwd: copy, encoding: 'utf8' })
  if (run().status !== 0) throw new Error('the tests of the law fail without any change')
  const mutants = [...FILES.flatMap(numberMutants), ...calendarMutants()]
  const survived: Mutant[] = []
  for (const mutant of mutants) {
    const path = join(copy, mutant.file)
    const original = readFileSync(path, 'utf8')
    writeFileSync(path, mutant.text)
    if (run().status === 0) survived.push(mutant)
    writeFileSync(path, original)
  }
  for (const { file, what } of survived) console.log(`survived: ${file} ${what}`)
  console.log(`${mutants.length - survived.length} of ${mutants.length} number mutants were noticed (${(((mutants.length - survived.length) / mutants.length) * 100).toFixed(1)} %)`)
} finally {
  rmSync(copy, { recursive: true, force: true })
}
