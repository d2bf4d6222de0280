/**
 * The sentence for staff when a letter cannot be set however often one tries: a character that no font has, or props
 * that the template does not take. Null for everything that may pass by itself.
 */
export function permanentFault(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  // Known by name: these errors come from the templates, across a thread boundary.
  if (error.name === 'MissingGlyphError') return `${error.message}。请改用字体里有的字，或者由管理员补上字体后重新生成。`
  if (error.name === 'LetterPropsError') return '文书内容和模板对不上，请告诉管理员。'
  return null
}
