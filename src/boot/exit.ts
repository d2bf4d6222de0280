import { StartError } from '#platform/embedded-postgres/index.ts'

const CODES: Record<string, (error: NodeJS.ErrnoException & { port?: number; address?: string }) => string> = {
  EADDRINUSE: (error) => `端口${error.port ?? ''}已经被别的程序占用。请换一个端口，例如 PORT=3001 npm start。`,
  EACCES: (error) => (error.port ? `没有权限使用端口${error.port}，请换一个1024以上的端口。` : `没有权限读写${error.path ?? '数据目录'}，请检查它的所有者和权限。`),
  EPERM: (error) => `没有权限读写${error.path ?? '数据目录'}，请检查它的所有者和权限。`,
  ENOENT: (error) => `找不到${error.path ?? '文件'}。`,
  ENOTDIR: (error) => `${error.path ?? '数据目录'}不是一个目录，请改 ZHIXI_DATA。`,
  ECONNREFUSED: (error) => `连不上${error.address ?? ''}:${error.port ?? ''}，请检查 DATABASE_URL 或者 REDIS_URL。`,
}

/** One clear sentence for what stopped a start. */
export function sentenceFor(error: unknown): string {
  if (error instanceof StartError) return error.message
  const code = (error as NodeJS.ErrnoException | null)?.code
  const known = code ? CODES[code] : undefined
  if (known) return known(error as NodeJS.ErrnoException)
  return error instanceof Error ? error.message : String(error)
}

let stopping = false

/** Runs `main`; a failed start prints one sentence and ends with 1. What fails because a signal stops the start is no failure. */
export async function run(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    if (stopping) return
    console.error(`知悉没有启动：${sentenceFor(error)}`)
    if (process.env['ZHIXI_DEBUG']) console.error(error)
    process.exit(1)
  }
}

/** Calls `stop` once on SIGTERM, SIGINT or SIGHUP, then exits; a second signal exits at once. */
export function onSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(sentenceFor(error))
          process.exit(1)
        },
      )
    })
  }
}
