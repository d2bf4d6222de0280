import { setTimeout as delay } from 'node:timers/promises'
import { readCredentials, urlOf } from './credentials.ts'
import { OWNER, usable } from './database.ts'
import { liveHolder } from './lock.ts'
import { readPostmaster } from './orphan.ts'
import { choosePlace, type Place } from './place.ts'
import { processIdentity } from './process-identity.ts'
import { type EmbeddedPostgres, SHELTER, startEmbeddedPostgres, type StartOptions } from './start.ts'

async function runningUrl(place: Place): Promise<string | null> {
  const [server, known] = await Promise.all([readPostmaster(place.cluster), readCredentials(place.home)])
  // The note of a killed server says `ready` until the next one has written its own.
  if (server?.ready !== true || known === null || (await processIdentity(server.pid)) === null) return null
  const url = urlOf(OWNER, known.password, server.port, OWNER)
  return (await usable(url).catch(() => false)) ? url : null
}

/**
 * Uses the database that another process has started on this data folder, or starts it. For the command line, which must work
 * beside a running system as well as alone. `stop` of a shared one does nothing: it belongs to the process that started it.
 * @throws StartError like startEmbeddedPostgres
 */
export async function openEmbeddedPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const place = await choosePlace(options.dataDir, options.shelter ?? SHELTER)
  const begun = performance.now()
  while (performance.now() - begun < (options.waitMs ?? 5_000)) {
    const holder = await liveHolder(place.home).catch(() => null)
    if (holder?.state !== 'running') break
    const url = await runningUrl(place)
    if (url !== null) return { url, ended: new Promise(() => {}), stop: async () => {} }
    await delay(50)
  }
  return startEmbeddedPostgres(options)
}
