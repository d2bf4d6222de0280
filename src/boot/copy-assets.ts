import { cp, mkdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** `npm run assets`: gathers what `/assets/*` serves into `dist/assets` for runtimes that serve folders. */
const target = fileURLToPath(new URL('../../dist/assets/', import.meta.url))
await rm(target, { recursive: true, force: true })
await mkdir(target, { recursive: true })
await cp(fileURLToPath(new URL('../ui/assets/', import.meta.url)), target, { recursive: true })
await cp(createRequire(import.meta.url).resolve('@tabler/core/dist/css/tabler.min.css'), `${target}tabler.min.css`)
