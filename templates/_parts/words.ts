/** 2026年11月2日: full year, months and days without a leading nought (7.3.5.4). */
export function chineseDate(civilDate: string): string {
  const [year, month, day] = civilDate.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** 2026年11月 and room for the day, for a letter that is not signed yet. */
export function undatedMonth(civilDate: string): string {
  const [year, month] = civilDate.split('-').map(Number)
  return `${year}年${month}月\u3000日`
}

/** 你 or 你单位. */
export function you(kind: 'person' | 'organization'): string {
  return kind === 'organization' ? '你单位' : '你'
}

/** Ends a text as a sentence; what already ends in a stop, also before a closing mark, stays. */
export function sentence(text: string): string {
  const trimmed = text.trimEnd()
  return trimmed === '' || /[。！？；：…][”』」）]?$/u.test(trimmed) ? trimmed : `${trimmed.replace(/[，、,.]+$/u, '')}。`
}
