/** One wrong field: which, what is wrong and what is expected. */
export interface FieldError {
  readonly field: string
  readonly message: string
}

type Kind = 'not_found' | 'too_large' | 'conflict' | 'forbidden' | 'unauthenticated' | 'invalid' | 'too_many' | 'unavailable'

/** An error with a text for the person and a text for the log; the HTTP mapper alone knows its number. */
export class AppError extends Error {
  constructor(
    readonly kind: Kind,
    /** Shown to the person. */
    readonly publicText: string,
    readonly options: {
      readonly code?: string
      /** Written to the log only. */
      readonly internal?: string
      readonly fields?: readonly FieldError[]
      readonly retryAfterSeconds?: number
      readonly cause?: unknown
    } = {},
  ) {
    super(options.internal ?? publicText, { cause: options.cause })
    this.name = 'AppError'
  }
}

/** What a person may not know of and what does not exist read the same. */
export function notFound(internal?: string): AppError {
  return new AppError('not_found', '没有找到', { code: 'common/not-found', ...(internal ? { internal } : {}) })
}

export function invalid(fields: readonly FieldError[]): AppError {
  return new AppError('invalid', `有${fields.length}处需要改`, { code: 'common/invalid-input', fields })
}

/** Somebody else changed the case since it was read. */
export function staleVersion(): AppError {
  return new AppError('conflict', '别人刚改过这件案子，请看过最新情况再办', { code: 'case/stale-version' })
}
