import { workerData } from 'node:worker_threads'
import { serveLetters } from '#platform/letters/worker.ts'
import { type FontFiles, isLetterCode, MissingGlyphError } from '#templates/index.ts'
import { checkLetter, LetterPropsError, renderLetter } from '#templates/render.ts'

/** Entry of the letter threads: the only place where the system meets the templates. */
const { fonts = {} } = (workerData ?? {}) as { readonly fonts?: FontFiles }

serveLetters({
  render: async (code, props) => renderLetter(known(code), props as never, fonts),
  check: async (code, props) => checkLetter(known(code), props as never, fonts),
  fault(error) {
    if (error instanceof MissingGlyphError) {
      return { kind: 'missing-glyph', message: error.message, missing: error.missing }
    }
    return error instanceof LetterPropsError ? { kind: 'props', message: error.message } : null
  },
})

function known(code: string) {
  if (!isLetterCode(code)) throw new LetterPropsError(code, [{ path: 'code', message: 'no such letter' }])
  return code
}
