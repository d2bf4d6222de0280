import { describe, expect, it } from 'vitest'
import { likeness, sharedPieces, wordsIn } from '#features/similar/likeness.ts'

const alike = (a: string, b: string) => likeness(wordsIn(a), wordsIn(b))

describe('the two-character words of a request', () => {
  it('are pairs of neighbouring Han characters; Latin words and numbers stay whole; punctuation never matters', () => {
    expect([...wordsIn('江北大道')]).toEqual(['江北', '北大', '大道'])
    expect([...wordsIn('《江北、大道》〔2025〕12号 A-1b')]).toEqual(['江北', '大道', '2025', '12', '号', 'a', '1b'])
    expect([...wordsIn('Ａ１　滨 河\n路')]).toEqual(['a1滨'.slice(0, 2), '滨河', '河路'])
    expect([...wordsIn('𠮷野家')]).toEqual(['𠮷野', '野家'])
  })

  it('leave out what every request says', () => {
    expect([...wordsIn('申请公开政府信息')]).toEqual([])
    expect(wordsIn('申请公开治安岗亭')).toEqual(wordsIn('治安岗亭'))
  })
})

describe('likeness', () => {
  it('is 1 for the same words in any order and punctuation, 0 where nothing is shared, and the same both ways', () => {
    expect(alike('滨河路视频监控，学府路岗亭', '学府路岗亭；滨河路视频监控')).toBe(1)
    expect(alike('滨河路视频监控', '养犬登记')).toBe(0)
    expect(alike('', '养犬登记')).toBe(0)
    expect(alike('滨河路监控', '滨河路监控点位')).toBe(alike('滨河路监控点位', '滨河路监控'))
  })

  it('puts the same request in other words above the same place with another matter', () => {
    const asked = '申请公开滨河路地下通道内视频监控的安装点位、安装时间、录像保存期限，以及管理单位。'
    const same = '请公开滨河路地下通道视频监控安装点位和时间、录像保存期限、管理单位'
    const place = '申请公开滨河路地下通道的消防验收记录。'
    const other = '申请公开养犬登记证数量。'
    expect(alike(asked, same)).toBeGreaterThan(0.6)
    expect(alike(asked, same)).toBeGreaterThan(alike(asked, place))
    expect(alike(asked, place)).toBeLessThan(0.35)
    expect(alike(asked, other)).toBeLessThan(0.1)
  })
})

describe('marking what is shared', () => {
  it('cuts the text at the borders of shared words and loses no character', () => {
    const pieces = sharedPieces('滨河区地下通道监控管理单位名单', wordsIn('滨河路地下通道视频监控的管理单位'))
    expect(pieces.filter(({ shared }) => shared).map(({ text }) => text)).toEqual(['滨河', '地下通道监控管理单位'])
    expect(pieces.map(({ text }) => text).join('')).toBe('滨河区地下通道监控管理单位名单')
  })
})
