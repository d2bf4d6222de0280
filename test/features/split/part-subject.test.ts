import { expect, it } from 'vitest'
import { partSubject } from '#features/split/part-subject.ts'

it.each([
  ['申请公开路口自动记录系统的：验收报告。', '路口自动记录系统的：验收报告'],
  ['请公开：\n合同；', '合同'],
  ['公开', '公开'],
  ['治安岗亭位置', '治安岗亭位置'],
])('the name of the part %j says what is asked', (part, subject) => {
  expect(partSubject(part)).toBe(subject)
})

it('keeps beginning and end of a long part, so that the parts of one application can be told apart', () => {
  const lead = `申请公开${'江北大道与学府路交叉口闯红灯自动记录系统'.repeat(5)}的：`
  const [one, other] = [partSubject(`${lead}验收报告`), partSubject(`${lead}检定证书`)]
  expect([...one]).toHaveLength(60)
  expect(one).toMatch(/^江北大道.*….*验收报告$/)
  expect(one).not.toBe(other)
})
