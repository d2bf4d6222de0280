import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { createDeflate, deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInspector } from '#platform/files/inspect.ts'
import { openPdfThread } from '#platform/files/pdf-thread.ts'
import type { FileInspector } from '#platform/files/port.ts'
import { encryptedPdf, jpeg, pdf, png } from '#test/support/papers.ts'

let inspector: FileInspector
beforeAll(() => {
  inspector = openInspector()
})
afterAll(() => inspector.close())

/** A PDF whose table of objects (7.5.8) unpacks to so many megabytes of nothing. */
async function bomb(megabytes: number): Promise<Uint8Array> {
  const deflate = createDeflate()
  const packed = buffer(deflate)
  for (let one = 0; one < megabytes; one += 1) if (!deflate.write(MEGABYTE)) await once(deflate, 'drain')
  deflate.end()
  const twice = deflateSync(await packed)
  const head = Buffer.from(`%PDF-1.5\n1 0 obj\n<< /Type /XRef /Size 100000000 /W [1 2 1] /Root 2 0 R /Filter [/FlateDecode /FlateDecode] /Length ${twice.length} >>\nstream\n`)
  return new Uint8Array(Buffer.concat([head, twice, Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF\n')]))
}
const MEGABYTE = Buffer.alloc(1024 * 1024)

describe('what a file is', () => {
  test('is told by its content', async () => {
    expect(await inspector.inspect(pdf(7))).toEqual({ ok: true, type: 'application/pdf', pages: 7 })
    expect(await inspector.inspect(jpeg())).toEqual({ ok: true, type: 'image/jpeg', pages: 1 })
    expect(await inspector.inspect(png())).toEqual({ ok: true, type: 'image/png', pages: 1 })
    expect(await inspector.inspect(encryptedPdf())).toEqual({ ok: false, fault: 'encrypted' })
    expect(await inspector.inspect(new Uint8Array())).toEqual({ ok: false, fault: 'type' })
  })

  test('leaves the bytes as they were', async () => {
    const bytes = pdf(2)
    const before = Buffer.from(bytes)
    await inspector.inspect(bytes)
    expect(Buffer.compare(bytes, before)).toBe(0)
  })

  test('no part of a good file, however cut, makes it throw', async () => {
    for (const whole of [pdf(2), jpeg(), png(), encryptedPdf()]) {
      for (let length = 0; length < whole.length; length += Math.ceil(whole.length / 12)) {
        const found = await inspector.inspect(whole.slice(0, length))
        expect(found.ok && found.type !== 'application/pdf').toBe(false)
      }
    }
  })
})

describe('a PDF that was made to do harm', () => {
  test('that claims a hundred million objects is given up, the process does not grow with it, and the next PDF opens', async () => {
    const inspecting = openInspector(openPdfThread({ megabytes: 250, seconds: 20 }))
    const harmful = await bomb(400)
    expect(harmful.length).toBeLessThan(100_000)
    const before = process.memoryUsage.rss()
    let most = 0
    const looking = setInterval(() => (most = Math.max(most, process.memoryUsage.rss() - before)), 10)
    expect(await inspecting.inspect(harmful)).toEqual({ ok: false, fault: 'broken' })
    clearInterval(looking)
    expect(most).toBeLessThan(450 * 1024 * 1024)
    expect(await inspecting.inspect(pdf(3))).toEqual({ ok: true, type: 'application/pdf', pages: 3 })
    await inspecting.close()
  })

  test('that takes too long is given up, and the next one opens', async () => {
    const thread = openPdfThread({ seconds: 0 })
    expect(await thread.read(pdf(1))).toEqual({ ok: false, fault: 'broken' })
    await thread.close()
    expect(await inspector.inspect(pdf(1))).toMatchObject({ ok: true })
  })

  test('whose thread dies counts as broken', async () => {
    const dying = new URL('data:text/javascript,import { parentPort } from "node:worker_threads"; parentPort.on("message", () => process.exit(1))')
    const thread = openPdfThread({}, dying)
    expect(await Promise.all([thread.read(pdf(1)), thread.read(pdf(1))])).toEqual([{ ok: false, fault: 'broken' }, { ok: false, fault: 'broken' }])
    await thread.close()
  })
})
