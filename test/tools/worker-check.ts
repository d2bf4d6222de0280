import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `npm run worker:check`: builds the Worker without deploying it and refuses a bundle over 1.5 MB. */
const WRANGLER = 'wrangler@4.156.0'
const LIMIT = 1_500_000
const root = fileURLToPath(new URL('../..', import.meta.url))
const outdir = join(root, 'dist/worker')

rmSync(outdir, { recursive: true, force: true })
const built = spawnSync('npm', ['exec', '--yes', `--package=${WRANGLER}`, '--', 'wrangler', 'deploy', '--dry-run', '--outdir', outdir], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
})
if (built.status !== 0) process.exit(built.status ?? 1)
const size = readdirSync(outdir)
  .filter((name) => /\.(js|mjs|wasm|json)$/.test(name))
  .reduce((sum, name) => sum + statSync(join(outdir, name)).size, 0)
console.log(`worker bundle: ${size} bytes of ${LIMIT} allowed`)
process.exit(size > LIMIT ? 1 : 0)
