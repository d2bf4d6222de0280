/** Joins the truthy names of a class list; `undefined` when none is left, so that no empty attribute is printed. */
export function cx(...names: ReadonlyArray<string | false | null | undefined>): string | undefined {
  const kept = names.filter((name): name is string => typeof name === 'string' && name !== '')
  return kept.length === 0 ? undefined : kept.join(' ')
}
