/** The first sentence of the description, shortened, stands in where no name of the information was given. */
export function subjectOf(description: string): string {
  const first = description.split(/[\n。]/, 1)[0]!.trim() || description.trim()
  const characters = [...first]
  return characters.length <= 60 ? first : `${characters.slice(0, 59).join('')}…`
}
