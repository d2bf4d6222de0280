import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recogniseChannel } from '#case/wording/recognise.ts'
import { INFORMATION, OTHER_CHANNEL } from './sentences.ts'

test('the table holds at least forty sentences of either kind, none twice', () => {
  const all = [...OTHER_CHANNEL.map(([, text]) => text), ...INFORMATION]
  expect([OTHER_CHANNEL.length >= 40, INFORMATION.length >= 40, new Set(all).size]).toEqual([true, true, all.length])
})

describe('39条: what is no request for information is recognised', () => {
  test.each(OTHER_CHANNEL)('%s: %s', (channel, text) => expect(recogniseChannel(text)?.channel).toBe(channel))
})

describe('a request for information is left alone, whatever words stand in the title of the record', () => {
  test.each(INFORMATION.map((text) => [text]))('%s', (text) => expect(recogniseChannel(text)).toBeNull())
})

test('no published case raises a false alarm', () => {
  const cases = JSON.parse(readFileSync(new URL('../../law/golden/published-cases.json', import.meta.url), 'utf8')) as { subject: string }[]
  expect(cases.length).toBeGreaterThanOrEqual(12)
  // One of them is described, not quoted: 以申请形式提出咨询.
  expect(cases.filter(({ subject }) => recogniseChannel(subject) !== null).map(({ subject }) => subject)).toEqual([])
})

describe('spacing and width change nothing', () => {
  test.each(OTHER_CHANNEL)('%s: %s', (channel, text) => {
    expect(recogniseChannel([...text].join(' '))?.channel).toBe(channel)
    expect(recogniseChannel(text.replaceAll(/[0-9]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)))?.channel).toBe(channel)
  })
})

test('whatever is typed, it answers, quickly, with a clause of the text or nothing', () => {
  const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('请', '处理', '公开', '文件', '能不能', '《', '》', '投诉', '\n', '，', '怎么办理', '公报'))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const found = recogniseChannel(pieces.join(''))
      expect(found === null || found.clause.length > 0).toBe(true)
    }),
  )
  const long = recogniseChannel('要求提供'.repeat(500) + '请你局贵局公安依法尽快'.repeat(100))
  expect(long).toBeNull()
})
