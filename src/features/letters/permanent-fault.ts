import { LetterPropsError, LetterRenderError, MissingGlyphError } from '#platform/letters/renderer.ts'

/**
 * The sentence for staff when a letter cannot be set however often one tries: a character that no font has, or a fault
 * of the template. Null for everything that may pass by itself.
 */
export function permanentFault(error: unknown): string | null {
  if (error instanceof MissingGlyphError) return `${error.message}。请由管理员补上有这个字的字体，再重新生成。`
  if (error instanceof LetterPropsError) return '文书内容和模板对不上，请告诉管理员。'
  if (error instanceof LetterRenderError && error.failure === 'failed') return '文书没有排成，请告诉管理员。'
  return null
}
