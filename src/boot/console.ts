/** Whom the console tells how to sign in. */
export interface DemoAccounts {
  readonly password: string
  readonly people: readonly { readonly username: string; readonly name: string; readonly roles: string }[]
}

/** What a person reads after `npm start`. */
export function welcome({ address, demo }: { readonly address: string; readonly demo: DemoAccounts | null }): void {
  const lines = ['', '知悉已启动。', `  公众网站    ${address}/`, `  工作台      ${address}/signin`, `  接口文档    ${address}/api/v1/reference`]
  if (demo) {
    lines.push('', `  示例账号（密码都是 ${demo.password}）：`)
    for (const person of demo.people) lines.push(`    ${person.username.padEnd(11)} ${person.name}（${person.roles}）`)
  } else {
    lines.push('', '  添加账号：npm run zhixi -- user add --help')
  }
  console.log(`${lines.join('\n')}\n`)
}
