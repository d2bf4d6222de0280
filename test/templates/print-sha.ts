import { renderLetter } from '#templates/render.ts'
import { grantedProps, refusedProps } from './samples.ts'

/** A process of its own for render.test.ts: sets another letter first, then prints the SHA-256 of the refusal. */
await renderLetter('granted', { ...grantedProps, facts: '⾏政机关・①' })
console.log((await renderLetter('refused-internal-affairs', refusedProps)).sha256)
