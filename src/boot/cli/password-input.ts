/** A new password: from ZHIXI_PASSWORD or the first line of standard input, never from the command line, which others can read. */
export async function readPassword(): Promise<string> {
  return process.env['ZHIXI_PASSWORD'] ?? (await firstLineOfInput())
}

async function firstLineOfInput(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('密码：')
  let text = ''
  for await (const chunk of process.stdin) {
    text += String(chunk)
    if (text.includes('\n')) break
  }
  return text.split('\n', 1)[0]!
}
