import { civilDateOf, formatDay, formatTable, yearOf, type CivilDate } from '#law/civil-date.ts'
import { instant } from '#law/instant.ts'

/** 21时14分, in Asia/Shanghai. */
export function timeText(moment: string): string {
  const hour = (Number(moment.slice(11, 13)) + 8) % 24
  return `${hour}时${moment.slice(14, 16)}分`
}

/** 11月21日21时14分; today's without the date. */
export function momentText(moment: string, today: CivilDate): string {
  const day = civilDateOf(instant(moment))
  return `${day === today ? '今天' : formatDay(day)}${timeText(moment)}`
}

/** 11-20 周五 in tables; with the year in front when it is another one. */
export function tableDate(date: CivilDate, today: CivilDate): string {
  return yearOf(date) === yearOf(today) ? formatTable(date) : `${date.slice(0, 5)}${formatTable(date)}`
}
