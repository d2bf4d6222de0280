import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { referencePage, type ApiDocument } from '#features/api-reference/reference.page.tsx'
import { ProblemPage } from '#ui/layout-plain.tsx'

const document: ApiDocument = {
  info: { title: '知悉 接口', description: '一段。\n\n二段。' },
  tags: [{ name: '申请', description: '提交和查询' }, { name: '案件' }],
  paths: {
    '/api/v1/cases/{number}': { get: { tags: ['案件'], summary: '一件案件', security: [{ bearer: [] }], parameters: [{ name: 'number', in: 'path', required: true }], responses: { 404: { description: '没有找到' } } } },
    '/api/v1/applications': {
      post: {
        tags: ['申请'], summary: '提交申请', description: '不用登录也行', security: [{}, { bearer: [] }],
        requestBody: { content: { 'application/json': { schema: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] } } } },
        responses: { 201: { description: '已登记', content: { 'application/json': { schema: { type: 'object', properties: { number: { type: 'string' } } } } } } },
      },
    },
    '/api/v1/loose': { get: { responses: {} } },
  },
}
const html = String(referencePage(document))

describe('the page of the reference', () => {
  test('has the operations under their tags, in the order of the tags, each linked from the index', () => {
    const order = ['>申请</h2>', 'id="post-api-v1-applications"', '>案件</h2>', 'id="get-api-v1-cases-number"', '>其他</h2>', 'id="get-api-v1-loose"']
    expect(order.map((part) => html.indexOf(part))).toEqual(order.map((part) => html.indexOf(part)).toSorted((a, b) => a - b))
    for (const part of order) expect(html, part).toContain(part)
    expect(html.match(/href="#post-api-v1-applications"/g)).toHaveLength(2)
    expect(html).toContain('提交和查询')
  })

  test('says who may call it, what it takes and what it answers; answers that carry something are folded', () => {
    expect(html).toContain('<b>提交申请</b><span class="zx-badge zx-tag zx-tone-plain">可以不登录</span>')
    expect(html).toContain('<b>一件案件</b><span class="zx-badge zx-tag zx-tone-plain">要登录</span>')
    expect(html).toMatch(/aria-label="提交申请：请求正文"[\s\S]*<code>name<\/code><\/td><td>string<\/td><td>是/)
    expect(html).toMatch(/<code>201<\/code><\/dt><dd>已登记<details><summary>内容，1项<\/summary>/)
    expect(html).toMatch(/<code>404<\/code><\/dt><dd>没有找到<\/dd>/)
    expect(html).toContain('<td>地址里</td>')
  })

  test('names every scrolling table by its own words', () => {
    const names = [...html.matchAll(/role="region" aria-label="([^"]+)"/g)].map(([, name]) => name)
    expect(names).toEqual([...new Set(names)])
    expect(names.length).toBe(3)
  })

  test('alone links its stylesheet, which is there', () => {
    expect(html).toContain('<link rel="stylesheet" href="/assets/reference.css"/>')
    expect(String(ProblemPage({ title: 'x', children: '' }))).not.toContain('reference.css')
    const css = readFileSync(new URL('../../../src/ui/assets/reference.css', import.meta.url), 'utf8')
    for (const name of new Set([...html.matchAll(/zx-reference-[a-z]+/g)].map(([name]) => name))) expect(css).toContain(`.${name}`)
  })
})
