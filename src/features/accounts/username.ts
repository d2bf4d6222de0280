export const USERNAME_MIN = 3
export const USERNAME_MAX = 32

/** What people type and what is stored meet in this form. */
export function normalUsername(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/** Null, or why this cannot be a username, in one sentence. */
export function usernameFault(name: string): string | null {
  if (name.length < USERNAME_MIN || name.length > USERNAME_MAX) return `用户名要${USERNAME_MIN}到${USERNAME_MAX}个字符，现在${name.length}个`
  return /^[a-z0-9_.]+$/.test(name) ? null : '用户名只能用小写字母、数字、点和下划线'
}
