/** GB 32100—2015: digits and capitals without I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/** What is wrong with a unified social credit code (GB 32100—2015), or null. Expects upper case without spaces. */
export function creditCodeFault(code: string): string | null {
  if (!/^[0-9A-Z]{18}$/.test(code)) return '统一社会信用代码要有18位数字或者大写字母'
  const values = [...code].map((character) => ALPHABET.indexOf(character))
  const odd = values.indexOf(-1)
  if (odd >= 0) return `统一社会信用代码里不会有字母${code[odd]}，请对照证照再看一遍`
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * values[index]!, 0)
  if ((31 - (sum % 31)) % 31 !== values[17]) return '统一社会信用代码最后一位（校验码）对不上，请对照证照再看一遍'
  return null
}
