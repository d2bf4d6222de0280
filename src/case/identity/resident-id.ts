import { isCivilDate, type CivilDate } from '#law/civil-date.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECKS = '10X98765432'

/** What is wrong with a resident identity number (GB 11643—1999), or null. Expects upper case without spaces. */
export function residentIdFault(number: string): string | null {
  if (!/^\d{17}[\dX]$/.test(number)) return '身份证号码要有18位：前17位是数字，最后一位是数字或者X'
  const birth = birthIn(number)
  if (!isCivilDate(birth) || birth < '1850-01-01') return `身份证号码第7至14位“${number.slice(6, 14)}”不是一个出生日期`
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  if (CHECKS[sum % 11] !== number[17]) return '身份证号码最后一位（校验码）对不上，请对照证件再看一遍'
  return null
}

/** The birth date in a sound number lies after today: nobody has it yet. Null when nothing is wrong. */
export function birthFault(number: string, today: CivilDate): string | null {
  return birthIn(number) > today ? `身份证号码第7至14位“${number.slice(6, 14)}”：出生日期还没有到` : null
}

function birthIn(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
}
