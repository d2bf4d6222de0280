const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/**
 * 33 → 三十三, 101 → 一百零一, 110 → 一百一十. The form statutes number their articles in.
 * @throws RangeError outside 1–999
 */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 999) throw new RangeError(`not between 1 and 999: ${n}`)
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const head = hundreds === 0 ? '' : `${DIGITS[hundreds]}百`
  const gap = hundreds > 0 && tens === 0 && ones > 0 ? '零' : ''
  const ten = tens === 0 ? '' : tens === 1 && hundreds === 0 ? '十' : `${DIGITS[tens]}十`
  return `${head}${gap}${ten}${ones === 0 ? '' : DIGITS[ones]}`
}
