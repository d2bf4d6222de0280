import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { MissingGlyphError } from '#templates/index.ts'
import { checkGlyphs, checkLetter, LetterPropsError, renderLetter } from '#templates/render.ts'
import { grantedProps, notHeldProps, receiptProps, refusedProps, samples } from './samples.ts'
import { tinyFont } from './tiny-font.ts'

describe('the same letter is the same file', () => {
  it.each(Object.keys(samples) as (keyof typeof samples)[])('%s twice gives the same bytes and their SHA-256', async (code) => {
    const one = await renderLetter(code, samples[code] as never)
    const two = await renderLetter(code, structuredClone(samples[code]) as never)
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0)
    expect(one.sha256).toBe(createHash('sha256').update(two.bytes).digest('hex'))
  })

  it('also when several are asked for at once', async () => {
    const alone = await renderLetter('not-held', notHeldProps)
    const [, together] = await Promise.all([
      renderLetter('granted', { ...grantedProps, facts: '⾏政机关' }),
      renderLetter('not-held', notHeldProps),
      renderLetter('registration-receipt', receiptProps),
    ])
    expect(together.sha256).toBe(alone.sha256)
  })

  it('also in another process that set other letters before', async () => {
    // ⾏ (a radical) and 行 are one glyph: the first to use it there must not name it in this letter.
    const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
    const script = fileURLToPath(new URL('./print-sha.ts', import.meta.url))
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', loader, script], { cwd: '/' })
    expect(stdout.trim()).toBe((await renderLetter('refused-internal-affairs', refusedProps)).sha256)
  })

  it('and another letter is another file', async () => {
    const one = await renderLetter('refused-internal-affairs', refusedProps)
    const other = await renderLetter('refused-internal-affairs', { ...refusedProps, draftedOn: '2026-11-03' })
    expect(other.sha256).not.toBe(one.sha256)
  })
})

describe('a character that no font has', () => {
  it('stops the letter and is named with its place', async () => {
    const letter = renderLetter('granted', { ...grantedProps, addressee: '𠮷某' })
    await expect(letter).rejects.toThrow(MissingGlyphError)
    const { character, codePoint, context } = (await letter.catch((e: unknown) => e)) as MissingGlyphError
    expect([character, codePoint, context]).toEqual(['𠮷', 'U+20BB7', '称谓：𠮷某'])
  })

  it.each([
    ['letterhead', '发文机关标志'],
    ['signer', '署名'],
    ['documentNumber', '发文字号'],
    ['requestText', '申请内容'],
    ['facts', '事实和理由'],
    ['decisionText', '决定'],
    ['remedyClause', '救济告知'],
    ['contact', '附注'],
  ])('is found in %s', async (field, name) => {
    const missing = await checkGlyphs('granted', { ...grantedProps, [field]: '某𠮷某' })
    expect(missing.map((m) => [m.codePoint, m.field])).toEqual([['U+20BB7', name]])
  })

  it('is found in an attachment', async () => {
    const missing = await checkGlyphs('granted', { ...grantedProps, attachments: ['清单', '关于𠮷某的材料'] })
    expect(missing).toMatchObject([{ codePoint: 'U+20BB7', field: '附件', sentence: '关于𠮷某的材料' }])
  })

  it('is no hindrance once the agency adds a font that has it', async () => {
    const fonts = { fallbacks: [await tinyFont('𠮷')] }
    expect(await checkGlyphs('granted', { ...grantedProps, addressee: '𠮷某' }, fonts)).toEqual([])
  })

  it('invisible characters are not missing, they are not printed', async () => {
    expect(await checkGlyphs('granted', { ...grantedProps, facts: '\u202E事\u200B实\u0000' })).toEqual([])
  })
})

describe('props', () => {
  it('that do not fit are refused with the path', async () => {
    const letter = renderLetter('granted', { ...grantedProps, receivedOn: '2026-02-30' })
    await expect(letter).rejects.toThrow(LetterPropsError)
    await expect(letter).rejects.toMatchObject({ issues: [{ path: 'receivedOn' }] })
  })

  it.each([
    ['an unknown field', { ...grantedProps, colour: 'red' }],
    ['a blank addressee', { ...grantedProps, addressee: '\u200B ' }],
    ['a negative number of pages', { ...grantedProps, provision: { kind: 'enclosed', form: '纸质', copies: 1, pages: -1 } }],
    ['an address that is no address', { ...grantedProps, attachments: 'none' }],
  ])('%s is refused', async (_, props) => {
    await expect(renderLetter('granted', props as never)).rejects.toThrow(LetterPropsError)
  })

  it('survive JSON, as they are stored with the event', async () => {
    const stored = JSON.parse(JSON.stringify(receiptProps)) as typeof receiptProps
    expect((await renderLetter('registration-receipt', stored)).sha256).toBe(
      (await renderLetter('registration-receipt', receiptProps)).sha256,
    )
  })
})

describe('an empty draft', () => {
  const empty = { requestText: '', facts: '', groundSentence: '', decisionText: '', remedyClause: null }

  it('can be looked at', async () => {
    expect((await renderLetter('refused-internal-affairs', { ...refusedProps, ...empty, category: null })).pages).toBe(1)
  })

  it('is told everything that the law requires of it (law.md 1.1)', async () => {
    const { missingParts } = await checkLetter('refused-internal-affairs', { ...refusedProps, ...empty, category: null })
    expect(missingParts.map((p) => p.field)).toEqual([
      'requestText',
      'facts',
      'groundSentence',
      'decisionText',
      'remedyClause',
      'category',
    ])
  })

  it('a complete letter lacks nothing', async () => {
    for (const code of Object.keys(samples) as (keyof typeof samples)[]) {
      const { missingGlyphs, missingParts } = await checkLetter(code, samples[code] as never)
      expect([code, ...missingGlyphs, ...missingParts]).toEqual([code])
    }
  })

  it.each([
    ['granted', 'provision', { ...grantedProps, provision: null, attachments: [], decisionText: '予以公开。' }],
    ['not-held', 'search', { ...notHeldProps, search: null, facts: '没有这样的信息。' }],
    ['refused-internal-affairs', 'category', { ...refusedProps, category: null }],
    ['registration-receipt', 'receivedWhy', { ...receiptProps, receivedWhy: ' ' }],
  ] as const)('%s must say its own part: %s', async (code, field, props) => {
    const { missingParts } = await checkLetter(code, props as never)
    expect(missingParts.map((p) => p.field)).toEqual([field])
  })
})
