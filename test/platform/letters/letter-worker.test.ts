import { afterAll, describe, expect, it } from 'vitest'
import { createLetterPool } from '#platform/letters/pool.ts'
import { LetterPropsError, MissingGlyphError } from '#platform/letters/renderer.ts'
import { renderLetter } from '#templates/render.ts'
import { grantedProps, notHeldProps } from '../../templates/samples.ts'

const workerUrl = new URL('../../../src/letter-worker.ts', import.meta.url)
const pool = createLetterPool({ workerUrl })
afterAll(() => pool.close())

describe('the letter threads of the system', () => {
  it('set the same bytes as the templates do here', async () => {
    const there = await pool.render('granted', grantedProps)
    expect(there.sha256).toBe((await renderLetter('granted', grantedProps)).sha256)
    expect(new TextDecoder('latin1').decode(there.bytes.subarray(0, 8))).toBe('%PDF-1.7')
  })

  it('refuse a character that no font has, with its name and place, across the thread boundary', async () => {
    const error = await pool.render('granted', { ...grantedProps, facts: '申请人𠮷某的材料。' }).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(MissingGlyphError)
    const { character, codePoint, context } = error as MissingGlyphError
    expect([character, codePoint, context]).toEqual(['𠮷', 'U+20BB7', '事实和理由：申请人𠮷某的材料'])
  })

  it('refuse props that do not fit and letters that do not exist', async () => {
    await expect(pool.render('granted', {})).rejects.toThrow(LetterPropsError)
    await expect(pool.render('no-such-letter', {})).rejects.toThrow(LetterPropsError)
    await expect(pool.render('toString', {})).rejects.toThrow(LetterPropsError)
  })

  it('check a draft without setting it', async () => {
    const { missingGlyphs, missingParts } = await pool.check('not-held', {
      ...notHeldProps,
      search: null,
      facts: '没有𠮷某的材料。',
    })
    expect(missingGlyphs).toMatchObject([{ codePoint: 'U+20BB7', field: '事实和理由' }])
    expect(missingParts).toMatchObject([{ field: 'search', article: '36条第四项' }])
  })

  it('use the fonts they are given and name one that is not there', async () => {
    const own = createLetterPool({ workerUrl, workerData: { fonts: { body: '/nowhere/fangsong.ttf' } } })
    await expect(own.render('granted', grantedProps)).rejects.toThrow('/nowhere/fangsong.ttf')
    await own.close()
  })
})
