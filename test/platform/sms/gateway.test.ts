import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { gatewaySender } from '#platform/sms/gateway.ts'
import { fixedClock } from '#test/support/fixed-clock.ts'
import { startSmsServer, type SmsServer } from '#test/support/sms-server.ts'

const SMS = { id: '0190a0a0-0000-7000-8000-000000000001', to: '13800000000', text: '申请2026-0187已登记。' }
let server: SmsServer
beforeEach(async () => {
  server = await startSmsServer()
})
afterEach(() => server.close())
const sender = (more: { secret?: string; url?: string; limit?: number } = {}) =>
  gatewaySender({ url: server.url, keyId: server.keyId, secret: server.secret, sign: '示例市公安局', clock: fixedClock('2026-11-02'), ...more })

test('the gateway can check the signature, and answers with its own number', async () => {
  expect(await sender().send(SMS)).toEqual({ ok: true, providerId: 'gateway-1' })
  expect(server.received).toEqual([{ ...SMS, sign: '示例市公安局' }])
})

test('another secret is refused, for good', async () => {
  expect(await sender({ secret: 'another secret here' }).send(SMS)).toEqual({ ok: false, permanent: true, failure: 'SMS HTTP 401' })
  expect(server.received).toEqual([])
})

test('the same SMS sent twice carries the same idempotency key and reaches the person once', async () => {
  await sender().send(SMS)
  expect(await sender().send(SMS)).toEqual({ ok: true, providerId: 'gateway-1' })
  expect(server.requests).toEqual([SMS.id, SMS.id])
  expect(server.received).toHaveLength(1)
})

test.each([[400, true], [403, true], [302, true], [408, false], [429, false], [500, false], [503, false]])('an answer %i is permanent: %s', async (status, permanent) => {
  server.answers.push(status)
  expect(await sender().send(SMS)).toEqual({ ok: false, permanent, failure: `SMS HTTP ${status}` })
})

test('a gateway that is away or says nothing is asked again later', async () => {
  const silent = createServer(() => {})
  await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`
  expect(await sender({ url, limit: 0.3 }).send(SMS)).toEqual({ ok: false, permanent: false, failure: 'SMS TimeoutError' })
  silent.closeAllConnections()
  await new Promise((done) => silent.close(done))
  expect(await sender({ url }).send(SMS)).toEqual({ ok: false, permanent: false, failure: 'SMS ECONNREFUSED' })
})
