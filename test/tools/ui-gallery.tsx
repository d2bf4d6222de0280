/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Apply } from './gallery/apply.tsx'
import { CasePage, Clocks, Worklist } from './gallery/desk.tsx'
import { Letter, Review, WindowForm } from './gallery/desk-forms.tsx'
import { Broken, EmptyAndConflict, SignIn } from './gallery/plain.tsx'
import { Correction, Home, Receipt, Status } from './gallery/portal.tsx'

/** Every page of the gallery by file name; the tests read them too. */
export const PAGES = {
  '01-home': Home, '02-apply': Apply, '03-receipt': Receipt, '04-status': Status, '05-worklist': Worklist, '06-case': CasePage, '07-review': Review, '08-letter': Letter,
  '09-window': WindowForm, '12-sign-in': SignIn, '12-empty': EmptyAndConflict, '12-broken': Broken, '13-correction': Correction, '20-clocks': Clocks,
} as const

/** Writes the gallery and its assets into a folder: `tsx test/tools/ui-gallery.tsx <folder>`. */
export function writeGallery(folder: string): void {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  cpSync(fileURLToPath(new URL('../../src/ui/assets/', import.meta.url)), join(folder, 'assets'), { recursive: true })
  cpSync(createRequire(import.meta.url).resolve('@tabler/core/dist/css/tabler.min.css'), join(folder, 'assets/tabler.min.css'))
  for (const [name, Page] of Object.entries(PAGES)) writeFileSync(join(folder, `${name}.html`), String(<Page />))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeGallery(resolve(process.argv[2] ?? 'ui-gallery'))
