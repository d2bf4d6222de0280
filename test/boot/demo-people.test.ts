import { expect, test } from 'vitest'
import { PEOPLE, UNITS } from '#src/boot/demo/people.ts'

test('every unit that handles cases has a handler and somebody else who can review his draft', () => {
  const of = (unitId: string) => PEOPLE.filter((one) => one.unitId === unitId)
  const units = UNITS.filter(({ id }) => of(id).some(({ roles }) => roles.includes('handler')))
  expect(units.length).toBeGreaterThanOrEqual(4)
  for (const { id } of units) {
    const pairs = of(id).flatMap((drafter) => of(id).filter((reviewer) => drafter.roles.includes('handler') && reviewer.roles.includes('section_reviewer') && reviewer !== drafter))
    expect(pairs, id).not.toEqual([])
  }
})
