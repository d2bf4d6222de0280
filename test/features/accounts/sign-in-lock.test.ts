import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SYSTEM } from '#case/actor.ts'
import { createAuth } from '#features/accounts/auth.adapter.ts'
import { claimAttempt, clearAttempts } from '#features/accounts/sign-in-lock.ts'
import { signIn } from '#features/accounts/sign-in.ts'
import { expiredSignIns } from '#features/accounts/index.ts'
import { contextFor } from '#store/context.ts'
import { after, MORNING, openOffice, PASSWORD, setTime, type Office } from './office.ts'

const limit = { client: { address: '203.0.113.7', userAgent: 'test' }, perMinute: 1000 }

describe('the lock after repeated failures', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    await office.add({ username: 'clerk01' })
    await office.add({ username: 'clerk02' })
  })
  afterAll(() => office.close())
  beforeEach(() => setTime(MORNING))

  const sweep = () => office.services.db.transaction((tx) => expiredSignIns.sweep(tx, contextFor(office.services, SYSTEM)))
  const attempts = () => office.services.sql`select * from sign_in_lock`

  test('of ten simultaneous attempts in two processes five are looked at, the fifth locks, and the right password is then refused', async () => {
    const processes = [office.services, office.secondProcess()].map((services) => ({ services, auth: createAuth(services, { secure: false }) }))
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, i) => {
        const { services, auth } = processes[i % 2]!
        return signIn(services, auth, { username: 'clerk01', password: 'wrong-password-1' }, limit)
      }),
    )
    const said = outcomes.map((outcome) => (outcome.ok ? 'signed in' : outcome.refusal.message)).toSorted()
    const locked = '用户名或者密码试错太多次，请在10时15分后再试'
    expect(said).toEqual([
      ...Array.from({ length: 6 }, () => locked),
      ...[1, 2, 3, 4].map((left) => `用户名或者密码不对，还能试${left}次`),
    ].toSorted())
    const { services, auth } = processes[0]!
    expect(await signIn(services, auth, { username: 'clerk01', password: PASSWORD }, limit)).toMatchObject({ ok: false, refusal: { code: 'accounts/locked' }, retryAfterSeconds: 900 })
    setTime(after(900))
    expect(await signIn(services, auth, { username: 'clerk01', password: PASSWORD }, limit)).toMatchObject({ ok: true, staff: { name: '承办人甲' } })
  })

  test('any five failures within fifteen minutes lock, wherever the fifteen minutes begin', async () => {
    const left = async (seconds: number) => {
      const claim = await claimAttempt(office.services, after(seconds), 'sliding')
      return claim.locked ? 'locked' : claim.left
    }
    expect([await left(0), await left(800), await left(850), await left(890)]).toEqual([4, 3, 2, 1])
    expect(await left(901), 'the first one is forgotten').toBe(1)
    expect(await left(902), 'five since 800').toBe(0)
    expect(await left(903)).toBe('locked')
    expect(await left(902 + 899)).toBe('locked')
    expect(await left(902 + 900)).toBe(4)
  })

  test('the time of the lock does not grow by further attempts', async () => {
    for (let i = 0; i < 5; i++) await claimAttempt(office.services, MORNING, 'patient')
    expect(await claimAttempt(office.services, after(600), 'patient')).toEqual({ locked: true, lockedUntil: after(900) })
  })

  test('a complete sign-in clears the count', async () => {
    const auth = createAuth(office.services, { secure: false })
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 4; i++) await signIn(office.services, auth, { username: 'clerk02', password: 'wrong-password-1' }, limit)
      expect((await signIn(office.services, auth, { username: 'clerk02', password: PASSWORD }, limit)).ok).toBe(true)
    }
  })

  test('what was typed as a username is not kept in clear', async () => {
    await claimAttempt(office.services, MORNING, 'my-password-typed-in-the-wrong-field')
    expect(JSON.stringify(await attempts())).not.toContain('my-password')
  })

  test('the sweep removes sessions and one-time tokens that are over, and leaves the living', async () => {
    const { sql } = office.services
    const [owner] = await sql<{ id: string }[]>`select id from "user" limit 1`
    await sql`delete from session`
    for (const [id, hours] of [['over', -1], ['alive', 1]] as const) {
      const expires = sql`now() + ${hours} * interval '1 hour'`
      await sql`insert into session (id, user_id, token, expires_at) values (${id}, ${owner!.id}, ${id}, ${expires})`
      await sql`insert into verification (id, identifier, value, expires_at) values (${id}, ${id}, ${id}, ${expires})`
    }
    expect(await sweep()).toHaveLength(2)
    expect([await sql`select id from session`, await sql`select id from verification`]).toEqual([[{ id: 'alive' }], [{ id: 'alive' }]])
  })

  test('the sweep removes locks that are over and nothing else', async () => {
    await office.services.sql`delete from sign_in_lock`
    await claimAttempt(office.services, MORNING, 'old')
    for (let i = 0; i < 5; i++) await claimAttempt(office.services, after(60), 'locked')
    await claimAttempt(office.services, after(700), 'young')
    setTime(after(901))
    expect(await sweep()).toEqual(['sign-in lock'])
    expect(await attempts()).toHaveLength(2)
    await clearAttempts(office.services, 'locked')
    expect(await attempts()).toHaveLength(1)
    setTime(after(1600))
    await sweep()
    expect(await attempts()).toHaveLength(0)
  })
})
