import { test } from 'vitest'
import { startSystem } from '#test/support/system.ts'
import { fileOne } from './client.ts'
import { Office } from './office.ts'
import { Browser } from './browser.ts'
test('probe', async () => {
  const system = await startSystem({ now: '2026-11-02', seed: 'accounts', jobs: false })
  const time = async (name: string, f: () => Promise<any>) => { const t = performance.now(); const a = await f(); console.log(name.padEnd(30), Math.round(performance.now() - t) + 'ms', a.status, (a.html ?? a.text).length, a.location ?? '', (a.status >= 400 ? (a.html ?? a.text).replaceAll(/<[^>]+>|\s+/g, ' ').slice(0, 300) : '')) ; return a }
  const b = new Browser(system.url)
  await b.get('/apply/who')
  await b.post('/apply/who', { authorityId: 'shiju', applicantKind: 'natural_person', name: '甲', documentType: 'resident_id', documentNumber: '000000190001010009' })
  await b.post('/apply/contact', { phone: '00000000000', email: 'a@example.com' })
  for (const [n, d] of [['digits', '1'.repeat(900_000)], ['digits-x', '1 '.repeat(400_000)], ['dash', '000-'.repeat(200_000)], ['mail', 'a@'.repeat(180_000)], ['mail2', 'a.'.repeat(300_000)], ['x', '1x'.repeat(300_000)], ['sp', ' '.repeat(900_000)], ['nl', '\n'.repeat(150_000)]] as const) {
    await time('what ' + n, () => b.post('/apply/what', { description: d }))
    await time('what remove ' + n, () => b.post('/apply/what', { description: d, action: 'remove' }))
  }
  await time('contact email', () => b.post('/apply/contact', { phone: '(' .repeat(100000), email: 'a@' + 'a.'.repeat(200_000) }))
  const o = new Office(system.url, system.clock)
  const f = await fileOne(system.url)
  await o.carry(f.number, 'decide')
  const h = await o.as('chengban')
  const hb = await new Browser(system.url).signIn('chengban')
  const rand = (n: number) => Array.from({ length: n }, () => String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 5000))).join('')
  const texts: Record<string, string> = { rand: rand(6000), rand2: rand(6000), combining: 'a' + '\u0301'.repeat(5900), latin: 'x'.repeat(6000), tabs: '\t'.repeat(5000) + 'a', newlines: 'a\n'.repeat(2999), emoji: '😀'.repeat(5000), rtl: '\u0627\u0644'.repeat(2500), zwj: '\u200d'.repeat(5000) + 'a', fullspace: '　'.repeat(5000) + 'a', punct: '，'.repeat(6000), quotes: '“'.repeat(6000), soft: '\u00ad'.repeat(5000) + 'a', tag: '\u{E0041}'.repeat(3000), hangul: '\u1100'.repeat(3000) }
  for (const [n, t] of Object.entries(texts)) {
    await time('put ' + n, () => h.send('PUT', `/cases/${f.number}/draft`, { requestText: '甲', facts: t, decisionText: '乙' }))
    await time('page ' + n, () => hb.get(`/desk/cases/${f.number}/draft`))
    await time('preview ' + n, () => hb.get(`/desk/cases/${f.number}/draft/preview.pdf`))
  }
  await system.stop()
}, 300_000)
