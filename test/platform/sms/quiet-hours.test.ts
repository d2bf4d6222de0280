import { expect, test } from 'vitest'
import { instant } from '#law/instant.ts'
import { parseQuietHours, quietUntil } from '#platform/sms/quiet-hours.ts'

const NIGHT = parseQuietHours('21:00-08:00')!
const until = (moment: string, hours = NIGHT) => quietUntil(instant(moment), hours)

test('across midnight: the first quiet second is 21:00 in Shanghai, the last 07:59:59, on both sides of the day’s end', () => {
  expect(until('2026-11-02T12:59:59.999Z')).toBe(null) // 20:59:59
  expect(until('2026-11-02T13:00:00.000Z')).toBe('2026-11-03T00:00:00.000Z') // 21:00
  expect(until('2026-11-02T15:59:59.999Z')).toBe('2026-11-03T00:00:00.000Z') // 23:59:59
  expect(until('2026-11-02T16:00:00.000Z')).toBe('2026-11-03T00:00:00.000Z') // 00:00 of the third
  expect(until('2026-11-02T23:59:59.999Z')).toBe('2026-11-03T00:00:00.000Z') // 07:59:59
  expect(until('2026-11-03T00:00:00.000Z')).toBe(null) // 08:00
})

test('the end of a year is an end of a day', () => {
  expect(until('2026-12-31T15:30:12.345Z')).toBe('2027-01-01T00:00:00.000Z')
})

test('hours within one day, and none', () => {
  const noon = parseQuietHours('12:30-14:00')!
  expect(until('2026-11-02T04:29:59.000Z', noon)).toBe(null)
  expect(until('2026-11-02T04:30:00.000Z', noon)).toBe('2026-11-02T06:00:00.000Z')
  expect(until('2026-11-02T06:00:00.000Z', noon)).toBe(null)
  expect(until('2026-11-02T16:00:00.000Z', parseQuietHours('off')!)).toBe(null)
})

test.each(['', '21-8', '24:00-08:00', '21:60-08:00', '21:00–08:00'])('“%s” is no quiet hours', (text) => {
  expect(parseQuietHours(text)).toBe(null)
})
