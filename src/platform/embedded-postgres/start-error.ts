/** Why the database could not be started: `message` is one Chinese sentence for the console, `detail` the technical tail for the log. */
export class StartError extends Error {
  readonly detail: string | null

  constructor(message: string, detail: string | null = null) {
    super(message)
    this.name = 'StartError'
    this.detail = detail
  }
}

/** The `code` of a Node system error such as `EACCES`, or null for anything else. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: '当前账号没有读写权限',
  EPERM: '当前账号没有读写权限',
  ENOENT: '其上级文件夹不存在',
  EROFS: '所在磁盘是只读的',
  ENOTDIR: '路径中有一段是文件而不是文件夹',
  EEXIST: '路径中有一段是文件而不是文件夹',
  EISDIR: '其中应为文件之处是文件夹',
  ENOSPC: '磁盘空间已满',
  EDQUOT: '磁盘配额已满',
  ENAMETOOLONG: '路径过长',
  ELOOP: '符号链接成环',
  ENOTSUP: '该文件系统不支持所需的操作，请用本机磁盘',
}

/** Turns a system error on the data folder into the sentence for the console; anything else stays what it is. */
export function folderError(dataDir: string, error: unknown): unknown {
  if (error instanceof StartError) return error
  const reason = REASONS[errorCode(error) ?? '']
  if (reason === undefined) return error
  return new StartError(`数据文件夹 ${dataDir} 无法使用：${reason}。请更正，或用环境变量 ZHIXI_DATA 另选一个文件夹。`, String(error))
}

/** The line of a program's output that names the cause: its first error, without the time stamp, else its last line. */
export function causeIn(output: string): string {
  const lines = output.trim().split('\n')
  const cause = lines.find((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? ''
  return cause.replace(/^.*?(FATAL|PANIC|error): */, '').trim()
}
