import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { eventually } from '#test/support/eventually.ts'
import { dataFolder, freePort } from './program.ts'
import { plainEnvironment, ROOT } from './zhixi.ts'

test('the server ends with the npm that started it, in order: a signal is not kept by a shell in between', async () => {
  const data = await dataFolder()
  const port = await freePort()
  const npm = spawn('npm', ['start'], {
    cwd: ROOT, env: plainEnvironment({ ZHIXI_DATA: data, PORT: String(port), ZHIXI_DEMO: 'false' }), stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void npm.kill('SIGKILL'))
  const gone = once(npm, 'close')
  let out = ''
  npm.stdout.setEncoding('utf8').on('data', (part: string) => (out += part))
  await eventually(() => out.includes('知悉已启动'), { timeoutMs: 120_000 })
  expect(await answers(port)).toBe(true)
  npm.kill('SIGTERM')
  await gone
  await eventually(async () => !(await answers(port)), { timeoutMs: 30_000 })
  expect(await answers(port)).toBe(false)
})

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).then(() => true, () => false)
}
