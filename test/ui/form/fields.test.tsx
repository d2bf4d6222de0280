/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { describe, expect, it } from 'vitest'
import { Checkbox, DateField, ErrorSummary, errorOf, fieldId, Radios, Segments, TextArea, TextField } from '#ui/form/index.ts'

const HOSTILE = '"><script>alert(1)</script>'
const ids = (html: string) => [...html.matchAll(/ id="([^"]+)"/gu)].map((match) => match[1]!)
const described = (html: string) => [...html.matchAll(/aria-describedby="([^"]+)"/gu)].flatMap((match) => match[1]!.split(' '))

describe('fields', () => {
  it('tie help, error and count to the control', () => {
    for (const node of [
      <TextField name="a" label="甲" help="帮助" error="不对" value="x" />,
      <TextArea name="a" label="甲" help="帮助" error="不对" max={10} />,
      <DateField name="a" label="甲" help="帮助" error="不对" readBack="2026年11月20日（周五）" />,
      <Segments name="a" label="甲" help="帮助" error="不对" options={[{ value: '1', label: '一' }, { value: '2', label: '二' }]} />,
      <Radios name="a" label="甲" help="帮助" error="不对" options={[{ value: '1', label: '一', hint: '说明' }]} />,
      <Checkbox name="a" label="甲" help="帮助" error="不对" />,
    ]) {
      const html = String(node)
      expect(described(html).length).toBeGreaterThan(1)
      for (const id of described(html)) expect(ids(html)).toContain(id)
      expect(new Set(ids(html)).size).toBe(ids(html).length)
    }
  })

  it('say that they are in error, with a sentence and not by colour alone', () => {
    const html = String(<TextField name="a" label="甲" error="少一位数字" />)
    expect(html).toContain('aria-invalid="true"')
    expect(html).toMatch(/<svg.*错误：.*少一位数字/su)
    expect(String(<TextField name="a" label="甲" />)).not.toContain('aria-invalid')
  })

  it('give back what was typed, as text', () => {
    expect(String(<TextField name="a" label="甲" value={HOSTILE} />)).toContain('value="&quot;&gt;&lt;script&gt;')
    expect(String(<TextArea name="a" label="甲" value={'</textarea><script>'} />)).not.toContain('<script>')
  })

  it('count signs, not code units', () => {
    expect(String(<TextArea name="a" label="甲" value="申请𠮷" max={2000} />)).toContain('已写3字，最多2000字')
  })

  it('mark what is optional and leave required fields unmarked', () => {
    expect(String(<TextField name="a" label="电子邮箱" mark="可不填" />)).toContain('（可不填）')
    expect(String(<TextField name="a" label="电话" required />)).not.toMatch(/必填|\*/u)
  })
})

describe('error summary', () => {
  const errors = [{ field: 'since', message: '开始日期看不懂' }, { field: 'files.0', message: '附件打不开' }]

  it('links each error to its field in page order', () => {
    const html = String(<ErrorSummary errors={errors} />)
    expect(html).toContain('有2处需要改')
    expect([...html.matchAll(/href="#([^"]+)"/gu)].map((match) => match[1])).toEqual(['f-since', 'f-files-0'])
    expect(String(<TextField name="files.0" label="附件" />)).toContain(`id="${fieldId('files.0')}"`)
  })

  it('is not there when nothing is wrong', () => {
    expect(String(<ErrorSummary errors={[]} />)).toBe('')
  })

  it('finds the sentence of one field', () => {
    expect(errorOf(errors, 'since')).toBe('开始日期看不懂')
    expect(errorOf(errors, 'until')).toBeUndefined()
  })
})
