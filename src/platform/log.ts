type Level = 'info' | 'warn' | 'error'
export type LogFields = Record<string, string | number | boolean | null | undefined>

/** One JSON object per line on stdout (info) or stderr (warn, error). Never hand it personal data. */
export interface Log {
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: Record<string, unknown>): void
}

export function createLog(write: (level: Level, line: string) => void = toConsole): Log {
  const emit = (level: Level, message: string, fields: Record<string, unknown> = {}) =>
    write(level, JSON.stringify({ level, message, ...fields, ...(fields['error'] ? { error: describe(fields['error']) } : {}) }))
  return {
    info: (message, fields) => emit('info', message, fields),
    warn: (message, fields) => emit('warn', message, fields),
    error: (message, fields) => emit('error', message, fields),
  }
}

export const silentLog: Log = createLog(() => {})

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function toConsole(level: Level, line: string): void {
  if (level === 'info') console.log(line)
  else console.error(line)
}
