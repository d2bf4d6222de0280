export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 128
const DIFFERENT = 5

/** Null, or why this password is too weak for this person, in one sentence. */
export function passwordFault(password: string, username: string): string | null {
  const characters = [...password]
  if (characters.length < PASSWORD_MIN) return `密码至少${PASSWORD_MIN}个字符，现在${characters.length}个`
  if (password.length > PASSWORD_MAX) return `密码最多${PASSWORD_MAX}个字符，现在${password.length}个`
  if (new Set(characters).size < DIFFERENT) return `密码里至少要有${DIFFERENT}种不同的字符`
  if (password.toLowerCase().includes(username.toLowerCase())) return '密码里不能有用户名'
  return null
}
