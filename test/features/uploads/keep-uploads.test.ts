import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { APPLICANT } from '#case/actor.ts'
import { keepUploads, moveUploads, openUpload, removeUpload, uploadsOf, type UploadOwner } from '#features/uploads/index.ts'
import { contextFor, type Ctx } from '#store/context.ts'
import { runSweep } from '#store/outbox-sweep.ts'
import { openDesk, type Desk } from '#test/support/desk.ts'
import { encryptedPdf, file, HTML, jpeg, pdf, png, PROGRAM, SVG } from '#test/support/papers.ts'
import { uploadsLeftBehind } from '#features/uploads/index.ts'

let desk: Desk
let ctx: Ctx
let drafts = 0

beforeAll(async () => {
  desk = await openDesk('2026-11-20')
  ctx = contextFor(desk.services, APPLICANT)
})
afterAll(() => desk.close())

const draft = (): UploadOwner => ({ kind: 'draft', id: `test-${(drafts += 1)}` })
const keep = (owner: UploadOwner, files: readonly File[], more: Partial<Ctx> = {}) =>
  keepUploads({ ...ctx, ...more }, { authorityId: 'shiju', owner, purpose: 'authorisation', field: 'authorisation', files })
const kept = (owner: UploadOwner) => uploadsOf(ctx, ctx.db, owner)

describe('good files', () => {
  test.each([
    ['PDF', pdf(3), '委托书.pdf', 'application/pdf', 3],
    ['JPEG', jpeg(), '证件.jpg', 'image/jpeg', 1],
    ['PNG', png(), '扫描.png', 'image/png', 1],
  ] as const)('%s is known by its content and kept with pages, size and SHA-256', async (_name, bytes, name, type, pages) => {
    const owner = draft()
    const { kept: [one], errors } = await keep(owner, [file(bytes, name, 'application/x-anything')])
    expect(errors).toEqual([])
    expect(one).toMatchObject({ name, type, pages, size: bytes.length, scan: 'none', addedByName: '申请人' })
    expect(one!.sha256).toBe(Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex'))
    const opened = await openUpload(ctx, owner, one!.id)
    expect(opened.ok && Buffer.compare(opened.file.bytes, bytes)).toBe(0)
  })

  test('a JPEG that is called .pdf is kept as the JPEG that it is', async () => {
    const { kept: [one] } = await keep(draft(), [file(jpeg(), '照片.pdf')])
    expect(one).toMatchObject({ type: 'image/jpeg', name: '照片.pdf.jpg' })
  })

  test.each([1, 1000, 65_536, 1_000_000, 19_000_000])('a PDF with %i more bytes comes back byte for byte', async (more) => {
    const owner = draft()
    const bytes = pdf(1, { note: randomBytes(Math.ceil(more / 2)).toString('hex') })
    const { kept: [one], errors } = await keep(owner, [file(bytes)])
    expect(errors).toEqual([])
    const opened = await openUpload(ctx, owner, one!.id)
    expect(opened.ok && Buffer.compare(opened.file.bytes, bytes)).toBe(0)
  })

  test('nothing of what was handed in, neither its words nor its name, lies readable in the folder or the table', async () => {
    const owner = draft()
    const secret = randomBytes(40).toString('hex')
    const { kept: [one] } = await keep(owner, [file(pdf(1, { note: secret }), '申请人甲的身份证.pdf')])
    const stored = [...(await desk.papers.contents()).entries()].find(([path]) => path.endsWith(one!.id))!
    expect(stored[1].length).toBeGreaterThan(secret.length)
    for (const [, bytes] of await desk.papers.contents()) {
      expect(bytes.includes(secret)).toBe(false)
      expect(bytes.includes('%PDF')).toBe(false)
    }
    const [row] = await desk.services.sql`select upload::text as text, name from upload where id = ${one!.id}`
    expect(row!.text).not.toContain('身份证')
    expect(Buffer.from(row!.name).includes('身份证')).toBe(false)
  })

  test('bytes of one paper do not open as another', async () => {
    const owner = draft()
    const { kept: [one, two] } = await keep(owner, [file(jpeg('a')), file(jpeg('b'))])
    const { storage } = desk.papers.files
    await storage.put(one!.id, (await storage.get(two!.id))!)
    await expect(openUpload(ctx, owner, one!.id)).rejects.toThrow()
  })
})

describe('bad files', () => {
  const truncatedPng = png().subarray(0, 40)
  test.each([
    ['a program called .pdf', PROGRAM, /“坏文件.pdf”的内容不是PDF、JPEG、PNG/],
    ['a web page', HTML, /的内容不是PDF、JPEG、PNG/],
    ['an SVG image', SVG, /的内容不是PDF、JPEG、PNG/],
    ['text', new TextEncoder().encode('你好'), /的内容不是PDF、JPEG、PNG/],
    ['random bytes', new Uint8Array(randomBytes(5000)), /的内容不是PDF、JPEG、PNG/],
    ['an empty file', new Uint8Array(0), /“坏文件.pdf”是空文件/],
    ['an encrypted PDF', encryptedPdf(), /“坏文件.pdf”加了密码/],
    ['half a PDF', pdf(3).slice(0, 200), /“坏文件.pdf”是坏的/],
    ['a PDF of nothing but its first line', new TextEncoder().encode('%PDF-1.7\n'), /“坏文件.pdf”是坏的/],
    ['a PNG that breaks off', new Uint8Array(truncatedPng), /“坏文件.pdf”是坏的/],
    ['a JPEG that breaks off', jpeg().slice(0, 60), /“坏文件.pdf”是坏的/],
    ['a PNG of a million columns', png(1_000_000, 1_000_000), /“坏文件.pdf”是坏的/],
    ['201 pages', pdf(201), /“坏文件.pdf”有201页，每个文件最多200页/],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), /“坏文件.pdf”有20.1MB，每个文件最多20MB/],
  ] as const)('%s is refused by name, and nothing of it is kept', async (_name, bytes, sentence) => {
    const owner = draft()
    const before = (await desk.papers.contents()).size
    const { kept: none, errors } = await keep(owner, [file(bytes as Uint8Array<ArrayBuffer>, '坏文件.pdf')])
    expect(none).toEqual([])
    expect(errors).toEqual([{ field: 'authorisation', message: expect.stringMatching(sentence) as string }])
    expect(await kept(owner)).toEqual([])
    expect((await desk.papers.contents()).size).toBe(before)
  })

  test('200 pages and 20 MB are allowed', async () => {
    const { errors } = await keep(draft(), [file(pdf(200))])
    expect(errors).toEqual([])
    const rest = 20 * 1024 * 1024 - jpeg().length
    const large = new Uint8Array(Buffer.concat([jpeg(), Buffer.alloc(rest)]))
    expect((await keep(draft(), [file(large)])).errors).toEqual([])
  })

  test('a bad file stands in the way of no good one', async () => {
    const owner = draft()
    const { kept: good, errors } = await keep(owner, [file(pdf(1), '一.pdf'), file(PROGRAM, '二.pdf'), file(png(), '三.png')])
    expect(good.map(({ name }) => name)).toEqual(['一.pdf', '三.png'])
    expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining('二.pdf')])
    expect((await kept(owner)).map(({ name }) => name)).toEqual(['一.pdf', '三.png'])
  })

  test('200 files at once give one sentence and keep none', async () => {
    const owner = draft()
    const { errors } = await keep(owner, Array.from({ length: 200 }, (_, index) => file(jpeg(String(index)))))
    expect(errors).toEqual([{ field: 'authorisation', message: '一次选了200个文件，这里最多20个，都没有存，请分开选' }])
    expect(await kept(owner)).toEqual([])
  })

  test('the twenty-first file of a field is refused, in whatever portions they come', async () => {
    const owner = draft()
    const some = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => file(jpeg(String(from + index)), `${from + index}.jpg`))
    await keep(owner, some(0, 15))
    const { errors } = await keep(owner, some(15, 23))
    expect(errors.map(({ message }) => message)).toEqual(['“20.jpg”没有存，这里最多20个文件', '“21.jpg”没有存，这里最多20个文件', '“22.jpg”没有存，这里最多20个文件'])
    expect(await kept(owner)).toHaveLength(20)
  })

  test.each([
    ['a path', '../../etc/C:\\temp\\委托书.pdf', '委托书.pdf'],
    ['controls and right-to-left marks', 'a\u202Efdp.exe\u0000\u0007.pdf', 'afdp.exe.pdf'],
    ['nothing but dots', '...', '未命名.pdf'],
    ['rare characters', '𠮷䶮🀄.pdf', '𠮷䶮🀄.pdf'],
    ['half a character', 'a\uD83D.pdf', 'a\uFFFD.pdf'],
  ])('a name with %s is cleaned', async (_name, raw, clean) => {
    const { kept: [one] } = await keep(draft(), [file(pdf(1), raw)])
    expect(one!.name).toBe(clean.replace('\uFFFD', ''))
  })

  test('a name of 300 characters is shortened and keeps its ending', async () => {
    const { kept: [one] } = await keep(draft(), [file(pdf(1), `${'长'.repeat(300)}.pdf`)])
    expect([...one!.name]).toHaveLength(100)
    expect(one!.name).toMatch(/^长+…\.pdf$/)
  })

  test('where no storage is, the sentence says where to go instead', async () => {
    const { files: _, ...without } = ctx
    const { errors } = await keepUploads(without, { authorityId: 'shiju', owner: draft(), purpose: 'scan', field: 'scan', files: [file(pdf())] })
    expect(errors).toEqual([{ field: 'scan', message: '这里暂时不能上传文件，请到窗口交或者邮寄' }])
  })
})

describe('twice and at once', () => {
  test('the same file sent again is kept once', async () => {
    const owner = draft()
    const first = await keep(owner, [file(pdf(2))])
    const again = await keep(owner, [file(pdf(2), '另一个名字.pdf')])
    expect(again.kept[0]!.id).toBe(first.kept[0]!.id)
    expect(await kept(owner)).toHaveLength(1)
  })

  test('the same file sent twice at the same time is kept once', async () => {
    const owner = draft()
    const both = await Promise.all(Array.from({ length: 4 }, () => keep(owner, [file(pdf(2))])))
    expect(new Set(both.map((one) => one.kept[0]!.id)).size).toBe(1)
    expect(await kept(owner)).toHaveLength(1)
  })

  test('thirty different files at the same time: twenty stay', async () => {
    const owner = draft()
    const all = await Promise.all(Array.from({ length: 30 }, (_, index) => keep(owner, [file(jpeg(`at once ${index}`))])))
    expect(all.flatMap((one) => one.errors)).toHaveLength(10)
    expect(await kept(owner)).toHaveLength(20)
  })
})

describe('a storage that fails', () => {
  const failing = (after: boolean): Partial<Ctx> => ({
    files: {
      ...desk.papers.files,
      storage: {
        ...desk.papers.files.storage,
        async put(name, bytes) {
          if (after) await desk.papers.files.storage.put(name, bytes)
          throw new Error('the disk is full')
        },
      },
    },
  })

  test.each([false, true])('the person reads one sentence, and nothing counts as kept (bytes written: %s)', async (after) => {
    const owner = draft()
    const { errors } = await keep(owner, [file(pdf(), '委托书.pdf')], failing(after))
    expect(errors).toEqual([{ field: 'authorisation', message: '“委托书.pdf”没有存进去，请过一会儿再传' }])
    expect(await kept(owner)).toEqual([])
    expect((await keep(owner, [file(pdf(), '委托书.pdf')])).errors).toEqual([])
  })
})

describe('moving and removing', () => {
  test('papers follow into the case once, and only those of that draft', async () => {
    const [from, other] = [draft(), draft()]
    await keep(from, [file(pdf(1)), file(jpeg())])
    await keep(other, [file(png())])
    const number = await desk.file()
    const [row] = await desk.services.sql<{ id: string }[]>`select id from case_file where number = ${number}`
    const to = { kind: 'case' as const, id: row!.id, authorityId: 'shiju' }
    const moved = await ctx.db.transaction((tx) => moveUploads(tx, from, to))
    expect(moved).toHaveLength(2)
    expect(moved[0]).toEqual({ uploadId: expect.any(String) as string, purpose: 'authorisation', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
    expect(await ctx.db.transaction((tx) => moveUploads(tx, from, to))).toEqual([])
    expect(await kept(to)).toHaveLength(2)
    expect(await kept(other)).toHaveLength(1)
  })

  test('a move that is rolled back has moved nothing', async () => {
    const from = draft()
    await keep(from, [file(pdf(1))])
    await expect(
      ctx.db.transaction(async (tx) => {
        await moveUploads(tx, from, { kind: 'pending', id: 'p1', authorityId: 'shiju' })
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await kept(from)).toHaveLength(1)
  })

  test('what is removed is gone from the list, and not with the papers of another', async () => {
    const [mine, other] = [draft(), draft()]
    const { kept: [one] } = await keep(mine, [file(pdf(1))])
    await removeUpload(ctx, other, one!.id)
    expect(await kept(mine)).toHaveLength(1)
    await removeUpload(ctx, mine, one!.id)
    await removeUpload(ctx, mine, one!.id)
    await removeUpload(ctx, mine, 'no id at all')
    expect(await kept(mine)).toEqual([])
    await expect(openUpload(ctx, mine, one!.id)).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('a paper of a case stays: neither the program nor SQL takes it out or changes it', async () => {
    const from = draft()
    await keep(from, [file(pdf(1))])
    const owner = { kind: 'case' as const, id: '00000000-0000-4000-8000-00000000000a', authorityId: 'shiju' }
    const [moved] = await ctx.db.transaction((tx) => moveUploads(tx, from, owner))
    await expect(removeUpload(ctx, owner, moved!.uploadId)).rejects.toMatchObject({ kind: 'not_found' })
    const { sql } = desk.services
    await expect(sql`delete from upload where id = ${moved!.uploadId}`).rejects.toThrow(/stays in its file/)
    await expect(sql`update upload set owner_kind = 'draft' where id = ${moved!.uploadId}`).rejects.toThrow(/stays as it was/)
    await expect(sql`update upload set sha256 = '\\x00' where id = ${moved!.uploadId}`).rejects.toThrow(/stays as it was/)
  })
})

test('a process that dies between row and bytes leaves nothing in any list, and the sweep takes it away', async () => {
  const owner = draft()
  let died = false
  const dying: Partial<Ctx> = { files: { ...desk.papers.files, storage: { ...desk.papers.files.storage, put: () => new Promise(() => { died = true }) } } }
  void keep(owner, [file(pdf(5))], dying)
  await expect.poll(() => died).toBe(true)
  expect(await kept(owner)).toEqual([])
  expect((await runSweep(desk.services, [uploadsLeftBehind]))[0]!.found).toEqual([])
  desk.clock.set('2026-11-21')
  const dry = await runSweep(desk.services, [uploadsLeftBehind], { dryRun: true })
  expect(dry[0]!.found).toHaveLength(1)
  expect((await runSweep(desk.services, [uploadsLeftBehind]))[0]!.found).toEqual(dry[0]!.found)
  expect((await runSweep(desk.services, [uploadsLeftBehind]))[0]!.found).toEqual([])
  desk.clock.set('2026-11-20')
})
