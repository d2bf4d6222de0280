import { Font } from '@react-pdf/renderer'
import { describe, expect, it } from 'vitest'
import { createFontBook } from '#templates/_fonts/book.ts'
import { FontFileError, openFace } from '#templates/_fonts/face.ts'
import { fontStack } from '#templates/_fonts/files.ts'
import { MissingGlyphError } from '#templates/_fonts/missing.ts'
import { tinyFont } from '../tiny-font.ts'

const [serif, sans] = fontStack('body', {}) as [string, string]

async function characterSet(path: string): Promise<Set<number>> {
  await openFace(path)
  return new Set((Font.getFont({ fontFamily: path }) as unknown as { data: { characterSet: number[] } }).data.characterSet)
}

describe('fonts by role', () => {
  it('asks the font of the agency first, then the open ones, then the extra ones', () => {
    expect(fontStack('body', { body: '/own/fangsong.ttf', fallbacks: ['/own/extb.ttf'] })).toEqual([
      '/own/fangsong.ttf',
      serif,
      sans,
      '/own/extb.ttf',
    ])
  })

  it('names a configured file that cannot be read, and reads it again once it is there', async () => {
    const book = createFontBook({ body: '/nowhere/fangsong.ttf' })
    await expect(book.cover('body', '甲', '称谓')).rejects.toThrow(FontFileError)
    await expect(book.cover('body', '甲', '称谓')).rejects.toThrow('/nowhere/fangsong.ttf')
  })
})

describe('fallback glyph by glyph', () => {
  it('takes a character that only the second font has from the second font, and its neighbours from the first', async () => {
    const first = await characterSet(serif)
    const onlySecond = [...(await characterSet(sans))].find((c) => !first.has(c) && c > 0x20000)!
    const rare = String.fromCodePoint(onlySecond)
    const book = createFontBook({})
    expect(await book.cover('body', `甲${rare}乙`, '称谓')).toEqual([])
    expect([...`甲${rare}乙`].map((c) => book.faceFor('body', c).path)).toEqual([serif, sans, serif])
  })

  it('finds 䶮 in the open fonts', async () => {
    expect(await createFontBook({}).cover('title', '䶮', '标题')).toEqual([])
  })

  it('takes what the open fonts lack from the extra font, and only that', async () => {
    const extra = await tinyFont('甲𠮷')
    const book = createFontBook({ fallbacks: [extra] })
    expect(await book.cover('body', '甲𠮷', '称谓')).toEqual([])
    expect([book.faceFor('body', '甲').path, book.faceFor('body', '𠮷').path]).toEqual([serif, extra])
  })

  it('prefers the font of the agency for what it has', async () => {
    const own = await tinyFont('甲')
    const book = createFontBook({ body: own })
    await book.cover('body', '甲乙', '称谓')
    expect([book.faceFor('body', '甲').path, book.faceFor('body', '乙').path]).toEqual([own, serif])
  })
})

describe('a character that no font has', () => {
  it('is named with its code point, its field and its sentence', async () => {
    const missing = await createFontBook({}).cover('body', '第一句。申请人𠮷某某于今日申请。第三句。', '申请内容')
    expect(missing).toEqual([
      { character: '𠮷', codePoint: 'U+20BB7', field: '申请内容', sentence: '申请人𠮷某某于今日申请' },
    ])
  })

  it('is named once, with the first place where it stands', async () => {
    const missing = await createFontBook({}).cover('body', '甲𠮷乙。丙𠮷丁。\n𡃁', '附件')
    expect(missing.map((m) => [m.codePoint, m.sentence])).toEqual([
      ['U+20BB7', '甲𠮷乙'],
      ['U+210C1', '𡃁'],
    ])
  })

  it('shortens a sentence without end to the characters around', async () => {
    const [missing] = await createFontBook({}).cover('body', `${'甲'.repeat(50)}𠮷${'乙'.repeat(50)}`, '事实和理由')
    expect(missing!.sentence).toBe(`${'甲'.repeat(20)}𠮷${'乙'.repeat(20)}`)
  })

  it('includes a letter whose mark would stand beside it', async () => {
    const [missing] = await createFontBook({}).cover('body', 'm\u0300', '称谓')
    expect(missing).toMatchObject({ character: 'm\u0300', codePoint: 'U+006D U+0300' })
  })

  it('includes half of a surrogate pair and never yields text that is not well formed', async () => {
    const [missing] = await createFontBook({}).cover('body', '甲\uD842乙', '称谓')
    expect(missing).toMatchObject({ character: '\uFFFD', codePoint: 'U+D842' })
    expect(missing!.sentence.isWellFormed()).toBe(true)
  })

  it('includes private use characters, which mean something else in every font', async () => {
    const [missing] = await createFontBook({}).cover('body', '\uE000', '称谓')
    expect(missing!.codePoint).toBe('U+E000')
  })

  it('makes a message for the handler', () => {
    const at = { character: '𠮷', codePoint: 'U+20BB7', field: '称谓', sentence: '𠮷某' }
    expect(new MissingGlyphError([at]).message).toBe('字体里没有“𠮷”（U+20BB7），在称谓：“𠮷某”')
    expect(new MissingGlyphError([at, { ...at, field: '附件' }]).message).toContain('，另有1处')
    expect(new MissingGlyphError([at])).toMatchObject({ character: '𠮷', codePoint: 'U+20BB7', context: '称谓：𠮷某' })
  })
})
