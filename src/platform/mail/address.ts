/** Name and address of `name <address>`. */
export function addressIn(from: string): { readonly name: string; readonly address: string } {
  const found = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(from)
  return found ? { name: found[1]!, address: found[2]! } : { name: '', address: from.trim() }
}
