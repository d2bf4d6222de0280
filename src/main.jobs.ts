import { readConfig } from '#platform/config.ts'
import { systemClock } from '#platform/clock.ts'
import { createLog } from '#platform/log.ts'
import { onSignal, run } from './boot/exit.ts'
import { openLetters } from './boot/letters.ts'
import { openSenders } from './boot/senders.ts'
import { openRuntime } from './boot/runtime.ts'
import { startJobs } from './jobs.ts'

/** `npm run start:jobs`: relay, workers and sweep alone. Needs DATABASE_URL. */
await run(async () => {
  const config = readConfig(process.env)
  if (!config.DATABASE_URL) throw new Error('分开运行时要设 DATABASE_URL')
  const runtime = await openRuntime({ config, clock: systemClock, log: createLog(), tell: console.log })
  const letters = openLetters(config)
  const jobs = await startJobs({ services: runtime.services, letters, senders: openSenders(config, systemClock), databaseUrl: runtime.databaseUrl, redisUrl: config.REDIS_URL })
  onSignal(async () => {
    await jobs.stop()
    await letters.close()
    await runtime.stop()
  })
  console.log('知悉后台任务已启动')
})
