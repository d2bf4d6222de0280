import type { LetterRenderer } from '#platform/letters/renderer.ts'

/** What stands in the way of sending a draft to review. */
export interface Gate {
  readonly blocks: readonly { readonly field: string; readonly message: string; readonly article: string | null }[]
}

/** Asks the template: required parts that are missing (law.md §1.1) and characters that no font has. */
export async function gateOf(letters: LetterRenderer | null, code: string, props: Record<string, unknown>): Promise<Gate> {
  if (!letters) return { blocks: [] }
  const { missingGlyphs, missingParts } = await letters.check(code, props)
  return {
    blocks: [
      ...missingParts.map(({ field, message, article }) => ({ field, message, article })),
      ...missingGlyphs.map(({ character, codePoint, field }) => ({
        field,
        message: `“${character}”（${codePoint}）这个字现有的字体都没有，请改用别的字，或者由管理员补上字体`,
        article: null,
      })),
    ],
  }
}
