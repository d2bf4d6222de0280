import { type DocumentProps, pdf } from '@react-pdf/renderer'
import { cloneElement, type ReactElement } from 'react'
import { forgetGlyphs } from '../_fonts/face.ts'

/** One root for all letters of the thread: react keeps every root it was ever given, with the letter on it. */
let press: ReturnType<typeof pdf> | null = null
let printed = 0
let queue: Promise<unknown> = Promise.resolve()

/** Draws a document. Letters are drawn one after the other, because they share the root and the fonts' glyphs. */
export function print(document: ReactElement<DocumentProps>): Promise<Uint8Array<ArrayBuffer>> {
  const result = queue.then(() => draw(document))
  queue = result.catch(() => {})
  return result
}

async function draw(document: ReactElement<DocumentProps>): Promise<Uint8Array<ArrayBuffer>> {
  await forgetGlyphs()
  press ??= pdf()
  const { updateContainer, toBuffer } = press
  printed += 1
  // A key of its own: the letter before it must not be patched into this one.
  const fresh = cloneElement(document, { key: `letter-${printed}` })
  await new Promise<void>((done) => updateContainer(fresh, done))
  const chunks: Uint8Array[] = []
  for await (const chunk of await toBuffer()) {
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
