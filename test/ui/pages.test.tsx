/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sizeHref } from '#ui/layout-portal.tsx'
import { Conflict } from '#ui/layout-plain.tsx'
import { WorkbenchPage } from '#ui/layout-workbench.tsx'
import { PAGES } from '#test/tools/ui-gallery.tsx'

const rendered = Object.entries(PAGES).map(([name, Page]) => [name, String(<Page />)] as const)

describe('every page of the gallery', () => {
  it.each(rendered)('%s obeys the CSP: no style attribute, no style element, no inline script or handler', (_, html) => {
    expect(html).not.toMatch(/\sstyle=/iu)
    expect(html).not.toMatch(/<style/iu)
    expect(html).not.toMatch(/<[^>]+\son\w+=/iu)
    expect(html).not.toMatch(/javascript:/iu)
    expect([...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/giu)].map((match) => match[2])).toEqual([''])
  })

  it.each(rendered)('%s is a whole document with one h1, a skip link, one main and a live region', (_, html) => {
    expect(html.startsWith('<!DOCTYPE html><html lang="zh-CN"')).toBe(true)
    expect(html.match(/<h1[ >]/gu)).toHaveLength(1)
    expect(html.match(/<main[ >]/gu)).toHaveLength(1)
    expect(html).toContain('href="#main"')
    expect(html).toContain('aria-live="polite"')
  })

  it.each(rendered)('%s uses each id once', (_, html) => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/gu)].map((match) => match[1])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it.each(rendered)('%s asks only our own origin for its parts, and each of them exists', (_, html) => {
    const files = [...html.matchAll(/(?:href|src)="\/assets\/([^"]+)"/gu)].map((match) => match[1]!).filter((file) => file !== 'tabler.min.css')
    const own = readdirSync(fileURLToPath(new URL('../../src/ui/assets/', import.meta.url)))
    for (const file of files) expect(own).toContain(file)
    expect(html).not.toMatch(/(?:href|src)="(?:https?:)?\/\//u)
  })

  it.each(rendered)('%s carries the token in every POST form', (_, html) => {
    for (const form of html.match(/<form[^>]*method="post"[\s\S]*?<\/form>/gu) ?? []) {
      expect(form).toContain('name="_csrf"')
    }
  })
})

describe('layouts', () => {
  it('begin the title with 错误： when there is something to mend', () => {
    const page = <WorkbenchPage title="录入" actor={{ name: '窗口人员丁', unitName: '公开办' }} counts={{}} current="intake" csrf="t" error>x</WorkbenchPage>
    expect(String(page)).toContain('<title>错误：录入')
  })

  it('show only the entries of the rail that were passed, with counts above zero', () => {
    const html = String(<WorkbenchPage title="待办" actor={{ name: '甲', unitName: '乙' }} counts={{ worklist: 0, signoff: 120 }} notices={{ href: '/desk/notices', count: 100 }} entries={['worklist', 'signoff']} current="worklist" csrf="t">x</WorkbenchPage>)
    expect(html).not.toContain('送达')
    expect([...html.matchAll(/class="zx-count[^>]*>([^<]+)/gu)].map((match) => match[1])).toEqual(['99+', '99+'])
  })

  it('sign out by POST with the token', () => {
    const html = String(<WorkbenchPage title="待办" actor={{ name: '甲', unitName: '乙' }} current="worklist" csrf="secret-token">x</WorkbenchPage>)
    expect(html).toMatch(/<form method="post" action="\/signout"><input type="hidden" name="_csrf" value="secret-token"\/>/u)
  })

  it('print names and subjects of others as text', () => {
    const html = String(<WorkbenchPage title={'<script>1</script>'} actor={{ name: '<b>甲', unitName: '"乙' }} current={null} csrf={'"><script>'}>x</WorkbenchPage>)
    expect(html.match(/<script/gu)).toHaveLength(1)
    expect(html).not.toContain('<b>甲')
  })

  it('give back the lost text of a conflict as text', () => {
    expect(String(<Conflict what="这件案子" who="" compareHref="/x" mine={'</textarea><script>alert(1)</script>'} />)).not.toContain('<script>')
  })
})

describe('address of a text size', () => {
  it('keeps the page and its other parameters', () => {
    expect(sizeHref('/status?number=2026-0187&size=large', 'xlarge')).toBe('/status?number=2026-0187&size=xlarge')
    expect(sizeHref('/', 'standard')).toBe('/?size=standard')
    expect(sizeHref('/a?b=1#c', 'large')).toBe('/a?b=1&size=large')
  })

  it('never leads to another site', () => {
    expect(sizeHref('//evil.example/x', 'large')).toBe('/?size=large')
    expect(sizeHref('https://evil.example/', 'large')).toBe('/?size=large')
    expect(sizeHref('/\\evil.example', 'large')).toBe('/?size=large')
    expect(sizeHref('/\t/evil.example', 'large')).toBe('/?size=large')
  })
})
