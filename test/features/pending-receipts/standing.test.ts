import { describe, expect, test } from 'vitest'
import { contactWasLost, standingOf } from '#features/pending-receipts/standing.decide.ts'
import { civilDate } from '#law/civil-date.ts'

const day = (text: string) => civilDate(`2026-11-${text}`)
const letter = (...triedOn: string[]) => ({ channel: 'ordinary_mail' as const, arrivedOn: day('20'), triedOn: triedOn.map(day) })

describe('the day of arrival is the deadline for confirming (31条第二项)', () => {
  test.each([
    ['today', [], '20'],
    ['tried_today', ['20'], '20'],
    ['late', [], '21'],
    ['late', ['21'], '23'],
    ['lost', ['20'], '21'],
    ['lost', ['20', '23'], '24'],
  ] as const)('%s: tried on %j, seen on the %s', (standing, tried, today) => {
    expect(standingOf(letter(...tried), day(today))).toBe(standing)
  })
})

describe('only a trial in vain on the day of arrival lets the receipt date of a letter wait (law.md §12.4)', () => {
  test('tried on the day itself, confirmed later', () => expect(contactWasLost(letter('20'), day('24'))).toBe(true))
  test('tried a day late', () => expect(contactWasLost(letter('21'), day('24'))).toBe(false))
  test('never tried', () => expect(contactWasLost(letter(), day('24'))).toBe(false))
  test('tried and confirmed on the same day', () => expect(contactWasLost(letter('20'), day('20'))).toBe(false))
  test('a fax counts from the confirmation anyway (31条第三项)', () => expect(contactWasLost({ ...letter('20'), channel: 'fax' }, day('24'))).toBe(false))
})
