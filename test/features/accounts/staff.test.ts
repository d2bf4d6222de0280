import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addUser, findStaff, listStaff, resetAccess, setUserActive } from '#features/accounts/index.ts'
import { openOffice, PASSWORD, type Office } from './office.ts'

describe('the members of staff', () => {
  let office: Office
  let handler: string
  beforeAll(async () => {
    office = await openOffice()
    await office.add({ username: 'issuer01', name: '签发人丁', unitId: 'u1', roles: ['issuer'] })
    handler = await office.add({ username: 'handler02', name: '承办人乙', roles: ['handler', 'section_reviewer'] })
    await office.add({ username: 'handler01', name: '承办人甲', roles: ['handler'] })
    await office.add({ username: 'handler03', name: '承办人丙', authorityId: 'a2', unitId: 'u3', roles: ['handler'] })
    await office.add({ username: 'left01', name: '离职人员', roles: ['handler'] })
    await setUserActive(office.services, 'left01', false)
  })
  afterAll(() => office.close())

  const names = async (...args: Parameters<typeof listStaff> extends [unknown, ...infer Rest] ? Rest : never) =>
    (await listStaff(office.services.db, ...args)).map((one) => one.name)

  test('are listed by unit, those of this authority only, and nobody who has left', async () => {
    const all = await names('a1')
    expect(all[0]).toBe('签发人丁')
    expect(all.toSorted()).toEqual(['承办人甲', '承办人乙', '签发人丁'].toSorted())
    expect(await names('a2')).toEqual(['承办人丙'])
  })

  test('can be asked for by role and by unit', async () => {
    expect(await names('a1', { role: 'section_reviewer' })).toEqual(['承办人乙'])
    expect((await names('a1', { unitId: 'u2' })).length).toBe(2)
    expect(await names('a1', { unitId: 'u1', role: 'handler' })).toEqual([])
  })

  test('are known with their unit and roles; a role this version does not know is left out', async () => {
    await office.services.sql`update staff set roles = ${['handler', 'astronaut']} where user_id = ${handler}`
    expect(await findStaff(office.services.db, handler)).toEqual({
      kind: 'staff', id: handler, name: '承办人乙', authorityId: 'a1', unitId: 'u2', unitName: '监管支队', roles: ['handler'],
    })
    expect(await findStaff(office.services.db, 'nobody')).toBeNull()
  })

  test('a username is taken once, also by two administrators at once and in capitals', async () => {
    const add = (username: string) => addUser(office.services, { username, name: '新人', authorityId: 'a1', unitId: 'u1', roles: ['handler'], password: PASSWORD })
    const outcomes = await Promise.all([add('twin01'), add('TWIN01'), add('twin01')])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal.code === 'accounts/username-taken')).toHaveLength(2)
    const [count] = await office.services.sql`select count(*)::int as accounts from account a join "user" u on u.id = a.user_id where u.username = 'twin01'`
    expect(count).toEqual({ accounts: 1 })
  })

  test('a refused account leaves nothing behind', async () => {
    const refused = await addUser(office.services, { username: 'ghost01', name: '新人', authorityId: 'a1', unitId: 'u3', roles: ['handler'], password: PASSWORD })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'accounts/unknown-unit' } })
    expect(await office.services.sql`select 1 from "user" where username = 'ghost01'`).toHaveLength(0)
  })

  test('a password is kept as a hash with a salt of its own', async () => {
    const rows = await office.services.sql<{ password: string }[]>`select password from account`
    expect(rows.every(({ password }) => /^[0-9a-f]{32}:[0-9a-f]{128}$/.test(password))).toBe(true)
    expect(new Set(rows.map(({ password }) => password)).size).toBe(rows.length)
  })

  test('somebody unknown can neither be closed nor given a password, and a weak password is refused', async () => {
    const unknown = { ok: false, refusal: { code: 'accounts/unknown-user', message: '没有用户名是“nobody”的账号' } }
    expect(await setUserActive(office.services, 'nobody', false)).toEqual(unknown)
    expect(await resetAccess(office.services, 'nobody', PASSWORD)).toEqual(unknown)
    expect(await resetAccess(office.services, 'handler01', 'short')).toMatchObject({ refusal: { code: 'accounts/weak-password' } })
  })

  test('somebody who came back is known again', async () => {
    await setUserActive(office.services, 'left01', true)
    expect(await names('a1')).toContain('离职人员')
    await setUserActive(office.services, 'left01', false)
    expect(await names('a1')).not.toContain('离职人员')
  })
})
