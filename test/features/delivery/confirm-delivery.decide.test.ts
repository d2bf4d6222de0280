import { expect, it } from 'vitest'
import { decideConfirmDelivery } from '#features/delivery/confirm-delivery.decide.ts'
import { day, delivered, given, issued, STAGES, stored } from '#test/support/given-case.ts'

const on = day('2026-11-16')
const steps = [...STAGES.awaiting_issue, issued(), stored()]

it('a reply that has been delivered can be confirmed once; it does not move the day of the reply (235号 四)', () => {
  const state = given(...steps, delivered())
  expect(decideConfirmDelivery(state, on)).toEqual({ ok: true, events: [{ type: 'delivery_confirmed', on, letterId: 'letter-1' }] })
  const confirmed = given(...steps, delivered(), { event: { type: 'delivery_confirmed', on, letterId: 'letter-1' }, by: 'applicant' })
  expect(confirmed).toMatchObject({ status: 'delivered', deliveryConfirmedOn: on, delivery: { on: '2026-11-12' } })
  expect(decideConfirmDelivery(confirmed, on)).toMatchObject({ refusal: { code: 'delivery/already-confirmed' } })
})

it('what has not been delivered cannot be confirmed', () => {
  expect(decideConfirmDelivery(given(...steps), on)).toMatchObject({ refusal: { code: 'delivery/not-delivered' } })
})
