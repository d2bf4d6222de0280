import { describe, expect, test } from 'vitest'
import { decideAddUser, type NewUser } from '#features/accounts/add-user.decide.ts'

const good: NewUser = { username: 'Clerk.01 ', name: ' 承办人甲', authorityId: 'a1', unitId: 'u1', roles: ['handler', 'handler', 'section_reviewer'], password: 'Correct-horse-9' }
const known = { authorityExists: true, unitAuthorityId: 'a1' }

describe('writing down a new account', () => {
  test('a good one is tidied: lower case, no spaces around, each role once', () => {
    expect(decideAddUser(good, known)).toEqual({ ok: true, username: 'clerk.01', name: '承办人甲', roles: ['handler', 'section_reviewer'] })
  })

  test.each<[string, Partial<NewUser>, object, string, string]>([
    ['a username too short', { username: 'ab' }, {}, 'accounts/bad-username', '用户名要3到32个字符，现在2个'],
    ['a username with other characters', { username: '张三abc' }, {}, 'accounts/bad-username', '用户名只能用小写字母、数字、点和下划线'],
    ['no name', { name: ' ' }, {}, 'accounts/bad-name', '姓名要有1到50个字'],
    ['an unknown authority', { authorityId: 'a9' }, { authorityExists: false }, 'accounts/unknown-authority', '没有编号是“a9”的机关'],
    ['an unknown unit', { unitId: 'u9' }, { unitAuthorityId: null }, 'accounts/unknown-unit', '没有编号是“u9”的单位'],
    ['a unit of another authority', { unitId: 'u3' }, { unitAuthorityId: 'a2' }, 'accounts/unknown-unit', '单位“u3”不属于机关“a1”'],
    ['an unknown role', { roles: ['handler', 'boss'] }, {}, 'accounts/unknown-role', '没有“boss”这个角色'],
    ['the name of an inherited property as a role', { roles: ['toString'] }, {}, 'accounts/unknown-role', '没有“toString”这个角色'],
    ['no role', { roles: [] }, {}, 'accounts/separation-of-duties', '至少要有一个角色'],
    ['a weak password', { password: 'short' }, {}, 'accounts/weak-password', '密码至少10个字符，现在5个'],
    ['a password with the username in it', { password: 'x-CLERK.01-x-9' }, {}, 'accounts/weak-password', '密码里不能有用户名'],
    ['a password nobody can hash for ever', { password: 'Correct-horse-9'.repeat(9) }, {}, 'accounts/weak-password', '密码最多128个字符，现在135个'],
  ])('%s is refused', (_, change, about, code, words) => {
    const decision = decideAddUser({ ...good, ...change }, { ...known, ...about })
    expect(decision).toMatchObject({ ok: false, refusal: { code, message: expect.stringContaining(words) } })
  })
})
