const LONGEST = 60
const HEAD = 20

/** Words of asking that say nothing about what is asked. */
const ASKING = /^(?:我|本人|我们|我单位|现)?(?:申请公开|请求公开|请公开|公开|申请)[：:，,]?/u

/**
 * A name for a part: its words without those of asking. What tells the parts of one application apart mostly stands at their end, so of a
 * long one the middle is left out.
 */
export function partSubject(part: string): string {
  const line = part.replace(/\s+/gu, ' ').trim().replace(/[。；;]+$/u, '')
  const bare = line.replace(ASKING, '').trim() || line
  const characters = [...bare]
  if (characters.length <= LONGEST) return bare
  return `${characters.slice(0, HEAD).join('')}…${characters.slice(characters.length - (LONGEST - HEAD - 1)).join('')}`
}
