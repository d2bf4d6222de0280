import type { Browser, Page } from './browser.ts'

/** A page that was reached by links alone. */
export interface Reached {
  readonly path: string
  /** The page that linked to it. */
  readonly from: string
  readonly page: Page
}

/** How many addresses of one pattern are looked at, e.g. of `/desk/cases/N`: the rest look alike. */
const EACH = 2

const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"')

/** Addresses of our own in the links and frames of a page, without fragments. */
export function linksOf(html: string): string[] {
  const found = [...html.matchAll(/<(?:a|iframe|area)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map(([, address]) => unescaped(address!).split('#')[0]!)
  return [...new Set(found.filter((address) => /^\/(?!\/)/.test(address) || address.startsWith('?')))]
}

function pattern(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://own.invalid')
  const plain = pathname.replaceAll(/\d{4}-\d{4,}/g, 'N').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
  return `${plain}?${[...new Set(searchParams.keys())].toSorted().join('&')}`
}

/** Follows every link from the given pages on; redirects count as links. */
export async function crawl(browser: Browser, starts: readonly string[]): Promise<Reached[]> {
  const queue = starts.map((path) => ({ path, from: '' }))
  const known = new Set(starts)
  const seen = new Map<string, number>()
  const reached: Reached[] = []
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { path, from } = next
    const count = seen.get(pattern(path)) ?? 0
    if (count >= EACH) continue
    seen.set(pattern(path), count + 1)
    const page = await browser.get(path)
    const onward = page.location === null ? linksOf(page.html) : [page.location]
    if (page.location === null) reached.push({ path, from, page })
    for (const link of onward) {
      const address = new URL(link, `http://own.invalid${path}`)
      const own = `${address.pathname}${address.search}`
      if (address.origin !== 'http://own.invalid' || known.has(own)) continue
      known.add(own)
      queue.push({ path: own, from: path })
    }
  }
  return reached
}

export const isHtml = ({ headers }: Page) => (headers.get('content-type') ?? '').startsWith('text/html')

/** What is wrong with the HTML of a page, in words; empty when nothing is. */
export function faultsIn(html: string): string[] {
  const faults: string[] = []
  const must = (good: boolean, what: string) => void (good || faults.push(what))
  const all = (part: RegExp) => [...html.matchAll(part)].map(([text]) => text)
  must(html.startsWith('<!DOCTYPE html><html lang="zh-CN"'), 'no doctype with lang')
  must(all(/<h1[\s>]/g).length === 1, `${all(/<h1[\s>]/g).length} h1`)
  must(/<title>[^<]*\p{Script=Han}[^<]*<\/title>/u.test(html), 'no title')
  must(/<main[^>]* id="main"/.test(html), 'no main')
  for (const script of all(/<script\b[^>]*>[^<]*/g)) must(/^<script [^>]*src="\/assets\/[^"]+"[^>]*>$/.test(script), `inline script ${script}`)
  must(!/<style[\s>]/.test(html), 'inline style element')
  for (const tag of all(/<[a-z][^>]*>/g)) {
    const bare = tag.replaceAll(/"[^"]*"/g, '""')
    must(!/\sstyle=/.test(bare), `style attribute ${tag}`)
    must(!/\son[a-z]+=/.test(bare), `handler ${tag}`)
    must(!/(?:href|src|action)="\s*(?:javascript|data|http:)/i.test(tag), `address ${tag}`)
    if (tag.startsWith('<img')) must(/\salt=/.test(bare), `no alt ${tag}`)
    if (/^<a .*target="_blank"/.test(tag)) must(/rel="[^"]*noopener/.test(tag), `opener ${tag}`)
  }
  const ids = all(/\sid="[^"]*"/g)
  must(new Set(ids).size === ids.length, `the same id twice: ${ids.filter((id, index) => ids.indexOf(id) !== index).join()}`)
  for (const [form] of html.matchAll(/<form\b[^>]*method="post"[^>]*>.*?<\/form>/gs)) must(/name="_csrf" value="[^"]{20,}"/.test(form), `form without token ${form.slice(0, 120)}`)
  for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) must(html.includes(` id="${anchor}"`), `#${anchor} leads nowhere`)
  return faults
}
