/** Keeps the first two and the last two characters (ui.md §5); short texts are hidden whole. */
export function maskMiddle(text: string): string {
  const chars = [...text]
  if (chars.length <= 4) return '*'.repeat(chars.length)
  return chars.slice(0, 2).join('') + '*'.repeat(chars.length - 4) + chars.slice(-2).join('')
}

/** `a***@example.com` */
export function maskEmail(text: string): string {
  const at = text.lastIndexOf('@')
  return at < 1 ? maskMiddle(text) : `${text[0]}***${text.slice(at)}`
}
