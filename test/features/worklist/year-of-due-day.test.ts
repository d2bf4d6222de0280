import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDesk, wordsOf, type Desk } from '#test/support/desk.ts'

let desk: Desk
beforeAll(async () => void (desk = await openDesk('2026-11-20')))
afterAll(() => desk.close())

it('an empty list says the year of the nearest last day where it is another year', async () => {
  await desk.file({ receivedOn: '2026-11-04', subject: '接处警数量' })
  const said = async () => wordsOf(await (await desk.get('gongkai', '/desk?clock=red')).text())
  expect(await said()).toContain('还剩8个工作日，12月2日（周三）到期')
  desk.clock.set('2027-01-04')
  const later = wordsOf(await (await desk.get('gongkai', '/desk?clock=amber')).text())
  expect(later).toContain('已超期，2026年12月2日（周三）到期')
})
