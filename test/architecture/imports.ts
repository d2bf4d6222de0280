import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from '@babel/parser'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface Import {
  /** Path from the root of the project for own modules, else the name of the package. */
  readonly target: string
  readonly own: boolean
  readonly typeOnly: boolean
  readonly line: number
}

export interface Module {
  readonly path: string
  readonly imports: readonly Import[]
  readonly text: string
}

const ALIASES: Record<string, string> = Object.fromEntries(
  Object.entries((JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { imports: Record<string, string> }).imports).map(
    ([from, to]) => [from.replace('*', ''), to.replace('./', '').replace('*', '')],
  ),
)

/** Every TypeScript file below these folders, by path from the root. */
export function sourceFiles(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
  )
}

/** Parses a module and resolves what it imports, types and re-exports and dynamic imports included. */
export function readModule(path: string, text = readFileSync(join(ROOT, path), 'utf8')): Module {
  const imports: Import[] = []
  const add = (source: string, typeOnly: boolean, line: number) => {
    const alias = Object.keys(ALIASES).find((prefix) => source.startsWith(prefix))
    const own = alias ? ALIASES[alias] + source.slice(alias.length) : source.startsWith('.') ? join(dirname(path), source) : null
    imports.push({ target: own ?? source, own: own !== null, typeOnly, line })
  }
  walk(parse(text, { sourceType: 'module', plugins: path.endsWith('.tsx') ? ['typescript', 'jsx'] : ['typescript'] }).program, (node) => {
    const line = (node['loc'] as { start: { line: number } } | undefined)?.start.line ?? 0
    const source = (node['source'] as { value?: unknown } | null | undefined)?.value
    if (typeof source === 'string' && /^(Import|Export)/.test(String(node['type']))) {
      add(source, node['importKind'] === 'type' || node['exportKind'] === 'type', line)
    }
    if (node['type'] === 'TSImportType' || (node['type'] === 'CallExpression' && (node['callee'] as { type: string }).type === 'Import')) {
      const argument = (node['argument'] ?? (node['arguments'] as unknown[])[0]) as { type: string; value?: unknown; literal?: { value: unknown } }
      const value = argument.value ?? argument.literal?.value
      if (typeof value === 'string') add(value, node['type'] === 'TSImportType', line)
    }
  })
  return { path, imports, text }
}

function walk(node: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(node)) for (const each of node) walk(each, visit)
  else if (node !== null && typeof node === 'object') {
    const record = node as Record<string, unknown>
    if (typeof record['type'] === 'string') visit(record)
    for (const [key, value] of Object.entries(record)) if (key !== 'loc') walk(value, visit)
  }
}
