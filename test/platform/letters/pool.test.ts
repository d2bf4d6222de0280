import { afterEach, describe, expect, it } from 'vitest'
import { createLetterPool, type LetterPoolOptions } from '#platform/letters/pool.ts'
import { LetterPropsError, type LetterRenderer } from '#platform/letters/renderer.ts'

const workerUrl = new URL('./obedient-worker.ts', import.meta.url)
const opened: LetterRenderer[] = []

function open(options: Partial<LetterPoolOptions> = {}): LetterRenderer {
  const pool = createLetterPool({ workerUrl, ...options })
  opened.push(pool)
  return pool
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((pool) => pool.close()))
})

/** Which thread answered, and which of its letters this was. */
async function served(pool: LetterRenderer, code = 'ok'): Promise<[thread: string, nth: number]> {
  const [thread, nth] = (await pool.render(code, null)).sha256.split(':')
  return [thread!, Number(nth)]
}

describe('letter pool', () => {
  it('hands over code and props and returns bytes, hash and pages', async () => {
    const { bytes, pages } = await open().render('ok', { 称谓: '申请人甲' })
    expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual({ 称谓: '申请人甲' })
    expect(pages).toBe(1)
  })

  it('answers checks on the same threads', async () => {
    const pool = open()
    await pool.render('ok', null)
    expect(await pool.check('ok', null)).toEqual({
      missingGlyphs: [],
      missingParts: [{ field: 'facts', message: 'nothing said', article: '36条' }],
    })
  })

  it('sets letters one after the other on one thread, in the order they came', async () => {
    const pool = open()
    const letters = await Promise.all([served(pool), served(pool), served(pool)])
    expect(new Set(letters.map(([thread]) => thread)).size).toBe(1)
    expect(letters.map(([, nth]) => nth)).toEqual([1, 2, 3])
  })

  it('lets a check overtake the letters that wait, because somebody sits before it', async () => {
    const pool = open()
    const order: string[] = []
    const note = (name: string) => () => void order.push(name)
    await Promise.all([
      pool.render('ok', null).then(note('running letter')),
      pool.render('ok', null).then(note('letter 2')),
      pool.render('ok', null).then(note('letter 3')),
      pool.check('ok', null).then(note('check 1')),
      pool.check('ok', null).then(note('check 2')),
    ])
    expect(order).toEqual(['running letter', 'check 1', 'check 2', 'letter 2', 'letter 3'])
  })

  it('uses as many threads as it may, no more', async () => {
    const pool = open({ size: 2 })
    const letters = await Promise.all(Array.from({ length: 6 }, () => served(pool)))
    expect(new Set(letters.map(([thread]) => thread)).size).toBe(2)
  })

  it('replaces a thread after its number of letters, because each leaves something behind', async () => {
    const pool = open({ recycleAfter: 2 })
    const letters = [await served(pool), await served(pool), await served(pool), await served(pool), await served(pool)]
    expect(letters.map(([, nth]) => nth)).toEqual([1, 2, 1, 2, 1])
    expect(new Set(letters.map(([thread]) => thread)).size).toBe(3)
  })

  it.each(['hang', 'spin'])('gives up a letter that does not end (%s), and goes on with a new thread', async (code) => {
    const pool = open({ timeLimitMs: 1500 })
    const [stuck, next] = [pool.render(code, null), served(pool)]
    await expect(stuck).rejects.toMatchObject({ name: 'LetterRenderError', failure: 'timeout' })
    expect((await next)[1]).toBe(1)
  })

  it.each(['exit', 'throw-later'])('a thread that dies (%s) takes only its own letter along', async (code) => {
    const pool = open()
    await pool.render('ok', null)
    const [dead, next] = [pool.render(code, null), served(pool)]
    await expect(dead).rejects.toMatchObject({ name: 'LetterRenderError', failure: 'crashed' })
    expect((await next)[1]).toBe(1)
  })

  it('an error that means nothing to the caller is a failure with its text, and the thread lives', async () => {
    const pool = open()
    const [thread] = await served(pool)
    await expect(pool.render('fail', null)).rejects.toMatchObject({ failure: 'failed', message: '文书没有排成：no ink' })
    expect((await served(pool))[0]).toBe(thread)
  })

  it('props that cannot be sent to a thread fail by themselves', async () => {
    const pool = open()
    await expect(pool.render('ok', { call: () => 1 })).rejects.toThrow(LetterPropsError)
    expect((await served(pool))[1]).toBe(1)
  })

  it('says which entry does not start', async () => {
    const pool = open({ workerUrl: new URL('./no-such-worker.ts', import.meta.url) })
    await expect(pool.render('ok', null)).rejects.toMatchObject({ failure: 'crashed' })
  })

  it('closing lets the running letter finish and refuses the waiting and later ones', async () => {
    const pool = open()
    const [running, waiting] = [pool.render('ok', null), pool.render('ok', null)]
    const refused = expect(waiting).rejects.toMatchObject({ failure: 'closed' })
    await pool.close()
    expect((await running).pages).toBe(1)
    await refused
    await expect(pool.render('ok', null)).rejects.toMatchObject({ failure: 'closed' })
  })
})
