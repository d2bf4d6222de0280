import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createKeyring } from '#platform/crypto/keyring.ts'
import { openPersonal } from '#store/applicant.ts'
import { DEMO_PASSWORD } from '#src/boot/demo/people.ts'
import { applicant } from '#store/tables/application.table.ts'
import { eventually } from '#test/support/eventually.ts'
import { startSystem, TEST_KEYS, type TestSystem } from '#test/support/system.ts'
import { hasTool } from '#test/support/tools.ts'
import { Browser } from './browser.ts'
import { APPLICATION, fileOne, RESIDENT_ID, type FiledBody } from './client.ts'
import { Office } from './office.ts'

let system: TestSystem
let filed: FiledBody
/** Of a draft on the portal that was never sent. */
const UNCONFIRMED = { documentNumber: '000000199003030004', phone: '000 6666 3333', address: '示例市东湖区来信路9号' }
const UNSENT = { documentNumber: '000000190002020006', phone: '000 5555 4444', email: 'unsent@example.com' }

beforeAll(async () => {
  system = await startSystem({ now: '2026-11-02' })
  filed = await fileOne(system.url, {}, { 'idempotency-key': 'kept-for-a-day' })
  const office = new Office(system.url, system.clock)
  await office.carry(filed.number, 'issue')
  await (await office.as('gongkai')).post('/pending-receipts', { ...APPLICATION, ...UNCONFIRMED, arrival: { channel: 'ordinary_mail', arrivedOn: '2026-11-02' } })
  await (await office.as('gongkai')).post(`/cases/${filed.number}/personal-data`, { reason: '电话联系申请人' })
  const browser = new Browser(system.url)
  await browser.get('/apply/who')
  await browser.post('/apply/who', { authorityId: 'shiju', applicantKind: 'natural_person', name: '申请人乙', documentType: 'resident_id', documentNumber: UNSENT.documentNumber })
  await browser.post('/apply/contact', { phone: UNSENT.phone, email: UNSENT.email })
  await eventually(async () => (await system.services.sql`select 1 from letter where status = 'queued'`).length === 0, { timeoutMs: 90_000 })
})
afterAll(() => system.stop())

/** What must not be found at rest, each in the ways in which it might be written. */
function secrets(): [string, string[]][] {
  const code = filed.queryCode.replaceAll(' ', '')
  const texts = {
    'the identity number': RESIDENT_ID,
    'the telephone': APPLICATION.phone,
    'the telephone without blanks': APPLICATION.phone.replaceAll(' ', ''),
    'the address': APPLICATION.address,
    'the e-mail address': APPLICATION.email,
    'the query code': code,
    'the query code as it is shown': filed.queryCode,
    'the identity number of a draft': UNSENT.documentNumber,
    'the telephone of a draft': UNSENT.phone,
    'the e-mail address of a draft': UNSENT.email,
    'the identity number of a letter that waits': UNCONFIRMED.documentNumber,
    'the telephone of a letter that waits': UNCONFIRMED.phone,
    'the address of a letter that waits': UNCONFIRMED.address,
    'a password': DEMO_PASSWORD,
  }
  return Object.entries(texts).map(([what, text]) => [what, [text, Buffer.from(text).toString('hex'), Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1)]])
}

/** Every row of every table as text; bytes in hexadecimal. */
async function dump(): Promise<Map<string, string>> {
  const { sql } = system.services
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`
  const rows = new Map<string, string>()
  for (const { name } of tables) {
    const found = await sql.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`)
    rows.set(name, found.map(({ row }) => row).join('\n'))
  }
  return rows
}

describe('the database as somebody reads it who has no key', () => {
  test('is read whole: what is not secret is found', async () => {
    const rows = await dump()
    expect(rows.size).toBeGreaterThan(15)
    expect(rows.get('public.case_file')).toContain(APPLICATION.subject)
    expect(rows.get('public.applicant')).toContain(APPLICATION.name)
    expect(rows.get('public.applicant')).toMatch(/\\\\?x[0-9a-f]{100,}/)
    expect(rows.get('public.application_draft')).not.toBe('')
    expect(rows.get('public.pending_receipt')).not.toBe('')
    expect(rows.get('public.idempotency_key')).not.toBe('')
  })

  test('holds no identity number, telephone, address, e-mail address, query code or password, in no table and no coding', async () => {
    const found: string[] = []
    for (const [table, text] of await dump()) {
      for (const [what, ways] of secrets()) if (ways.some((way) => text.includes(way))) found.push(`${what} in ${table}`)
    }
    expect(found).toEqual([])
  })

  test('the sealed bytes are different for the same person twice, and open only with the key, only in their own row', async () => {
    await fileOne(system.url)
    const rows = await system.services.db.select().from(applicant)
    const [one, two] = rows
    expect(openPersonal(system.services.keyring, one!)).toMatchObject({ documentNumber: RESIDENT_ID })
    expect(Buffer.from(one!.personal!).equals(Buffer.from(two!.personal!))).toBe(false)
    expect(one!.documentHash).toEqual(two!.documentHash)
    const other = createKeyring([{ id: TEST_KEYS[0]!.id, key: new Uint8Array(32).fill(8) }])
    expect(() => openPersonal(other, one!)).toThrow()
    expect(() => openPersonal(system.services.keyring, { ...one!, id: two!.id })).toThrow()
    const changed = Uint8Array.from(one!.personal!)
    changed[changed.length - 1]! ^= 1
    expect(() => openPersonal(system.services.keyring, { ...one!, personal: changed })).toThrow()
  })

  test('keeps of a session no token that opens it: the signature is missing', async () => {
    const [row] = await system.services.sql<{ token: string }[]>`select token from session limit 1`
    for (const headers of [{ authorization: `Bearer ${row!.token}` }, { cookie: `zhixi.session_token=${row!.token}` }] as Record<string, string>[]) {
      expect((await fetch(`${system.url}/api/v1/session`, { headers })).status).toBe(401)
    }
  })
})

describe.skipIf(!hasTool('pdftotext'))('the letters (needs pdftotext)', () => {
  test('name the applicant and none of his numbers', async () => {
    const letters = await system.services.sql<{ title: string; bytes: Uint8Array }[]>`select title, bytes from letter where status = 'stored' order by created_at`
    expect(letters.length).toBeGreaterThanOrEqual(2)
    const folder = await mkdtemp(join(tmpdir(), 'zhixi-test-pdf-'))
    for (const { title, bytes } of letters) {
      await writeFile(join(folder, 'letter.pdf'), bytes)
      const text = execFileSync('pdftotext', ['-layout', join(folder, 'letter.pdf'), '-'], { encoding: 'utf8' })
      expect(text, title).toContain(APPLICATION.name)
      for (const [what, [plain]] of secrets()) expect(text.includes(plain!), `${what} in ${title}`).toBe(false)
    }
    await rm(folder, { recursive: true })
  })
})
