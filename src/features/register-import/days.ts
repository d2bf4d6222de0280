import { epochDay, fromEpochDay, type CivilDate } from '#law/civil-date.ts'
import { readDate } from '#platform/validation/date.ts'

/** Day 1 of spreadsheets is 1900-01-01; they believe in a 29 February 1900, so that from March on the base is a day earlier. */
const SERIAL_BASE = epochDay('1899-12-30' as CivilDate)
/** 1980 to 2099: five digits that are a day, and no other number of a register. */
const [FIRST_SERIAL, LAST_SERIAL] = [29_221, 73_050]

/** A day as registers have it: typed in any usual way, with or without the time, or the serial number of a spreadsheet. Null when it is none. */
export function registerDay(text: string): CivilDate | null {
  const plain = text.normalize('NFKC').trim()
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(plain)
  if (serial) {
    const number = Number(serial[1])
    return number >= FIRST_SERIAL && number <= LAST_SERIAL ? fromEpochDay(SERIAL_BASE + number) : null
  }
  const day = plain.replace(/[\s ]*(?:星期|周)[一二三四五六日天]$/, '').replace(/^(\S+?)[\sT]+\d{1,2}[:时]\d{1,2}.*$/, '$1')
  return readDate(day)
}

/** The serial number of a day, as a spreadsheet stores it. */
export function serialOf(day: CivilDate): number {
  return epochDay(day) - SERIAL_BASE
}
