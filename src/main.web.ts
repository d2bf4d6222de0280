import { readConfig } from '#platform/config.ts'
import { systemClock } from '#platform/clock.ts'
import { createLog } from '#platform/log.ts'
import { onSignal, run } from './boot/exit.ts'
import { openRuntime } from './boot/runtime.ts'
import { openLetters } from './boot/letters.ts'
import { serveWeb } from './boot/serve.ts'

/** `npm run start:web`: the web doors alone; run as many as you like beside `start:jobs`. Needs DATABASE_URL. */
await run(async () => {
  const config = readConfig(process.env)
  if (!config.DATABASE_URL) throw new Error('分开运行时要设 DATABASE_URL')
  const runtime = await openRuntime({ config, clock: systemClock, log: createLog(), tell: console.log })
  const letters = openLetters(config)
  const web = await serveWeb({ config, runtime, letters })
  onSignal(async () => {
    await web.stop()
    await letters.close()
    await runtime.stop()
  })
  console.log(`知悉网页服务已启动：${web.address}`)
})
