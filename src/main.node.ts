import { readConfig } from '#platform/config.ts'
import { systemClock } from '#platform/clock.ts'
import { createLog } from '#platform/log.ts'
import { welcome } from './boot/console.ts'
import { onSignal, run } from './boot/exit.ts'
import { openRuntime } from './boot/runtime.ts'
import { ensureSeed } from './boot/seed.ts'
import { openLetters } from './boot/letters.ts'
import { openSenders } from './boot/senders.ts'
import { serveWeb } from './boot/serve.ts'
import { startJobs } from './jobs.ts'

/** `npm start`: database, web and jobs in one process. */
await run(async () => {
  const config = readConfig(process.env)
  const log = createLog()
  const runtime = await openRuntime({ config, clock: systemClock, log, tell: console.log })
  const letters = openLetters(config)
  const stops: (() => Promise<void>)[] = [() => runtime.stop(), () => letters.close()]
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each()
  }
  onSignal(stop)
  try {
    const demo = await ensureSeed(runtime, config, letters)
    const jobs = await startJobs({ services: runtime.services, letters, senders: openSenders(config, systemClock), databaseUrl: runtime.databaseUrl, redisUrl: config.REDIS_URL })
    stops.push(() => jobs.stop())
    const web = await serveWeb({ config, runtime, letters })
    stops.push(() => web.stop())
    welcome({ address: web.address, demo })
    void runtime.databaseLost.then(async () => {
      console.error('数据库意外停止，知悉随之退出；再次启动会接着用原来的数据。')
      process.exit(1)
    })
  } catch (error) {
    await stop().catch(() => {})
    throw error
  }
})
