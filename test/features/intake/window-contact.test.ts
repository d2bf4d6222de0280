import { describe, expect, test } from 'vitest'
import { contactHints, phoneHint } from '#features/intake/window-contact.ts'

describe('telephones', () => {
  test.each(['13800000000', '+86 138 0000 0000', '199-0000-0000', '010-66281201', '0755 6628 1201', '0313-628 1201', '021-66281201转8', '400 000 0000', '12345', '95598', '+852 2000 0000'])('%s raises nothing', (number) => {
    expect(phoneHint(number)).toBeNull()
  })

  test.each([
    ['1380000000', '手机号是11位，现在10位'],
    ['138000000001', '手机号是11位，现在12位'],
    ['12800000000', '没有12开头的手机号，请照原件再看一遍'],
    ['66281201', '像是座机，没有写区号'],
    ['010-6628120', '区号010后面应是8位，现在7位'],
    ['0313-628120', '区号0313后面应是7位或者8位，现在6位'],
    ['000 0000 0001', '没有000开头的区号，请照原件再看一遍'],
    ['+86 010-6628 120', '区号010后面应是8位，现在7位'],
    ['990011', '6位号码，不像手机，也不像带区号的座机'],
  ])('%s: %s', (number, hint) => {
    expect(phoneHint(number)).toBe(hint)
  })
})

describe('address and postcode', () => {
  const hints = (address: string, postcode = '') => contactHints({ address, postcode }).map(({ text }) => text)

  test('an address down to the door raises nothing, with the postcode of its province or without one', () => {
    expect(hints('湖北省示例市滨河区江北大道某号某室', '430000')).toEqual([])
    expect(hints('示例市滨河区江北大道8号')).toEqual([])
    expect(hints('示例县示例镇示例村')).toEqual([])
  })

  test('one that ends at the street, and a postcode of another province, are remarked on', () => {
    expect(hints('示例市滨河区江北大道')).toEqual(['地址像是没写到门牌，邮寄可能送不到'])
    expect(hints('湖南省示例市8号', '430000')).toEqual(['邮编43开头是湖北，地址写的是湖南'])
    expect(hints('示例市滨河区8号', '990000')).toEqual(['没有99开头的邮编'])
  })

  test('nothing written, nothing remarked on', () => expect(contactHints({})).toEqual([]))
})
