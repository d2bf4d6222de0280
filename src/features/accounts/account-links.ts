/** Entries of the user menu for one's own account. */
export const ACCOUNT_MENU = [
  { label: '修改密码', href: '/account/password' },
  { label: '动态口令', href: '/account/two-factor' },
] as const

export const SIGN_OUT = '/signout'
