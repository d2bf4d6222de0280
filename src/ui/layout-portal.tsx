/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { Document, type TextSize } from './head.tsx'
import { Icon, Mark } from './icons.tsx'
import { PORTAL, PORTAL_FOOT, type PortalKey } from './portal-links.ts'

export interface Agency {
  readonly name: string
  readonly consultPhone: string
  readonly supervisePhone: string
  readonly officeName: string
  readonly address: string
}

export interface PortalPageProps {
  readonly title: string
  readonly agency: Agency
  readonly current?: PortalKey
  readonly back?: { readonly href: string; readonly label: string }
  readonly textSize?: TextSize
  /** Path and query of this page, so that a change of text size comes back here. */
  readonly path: string
  /** Narrower single column, as on the receipt. */
  readonly narrow?: boolean
  readonly error?: boolean
  readonly children: Child
}

const SIZES: ReadonlyArray<{ key: TextSize; label: string }> = [
  { key: 'standard', label: '标准' },
  { key: 'large', label: '大' },
  { key: 'xlarge', label: '特大' },
]

/** An address of our own: browsers read `//` and `/\\` as another host, and drop tabs and line ends before they look. */
const LOCAL = /^\/(?![/\\])[^\\\p{Cc}]*$/u

/** `path` with its `size` parameter set; only local paths come back, whatever was passed in. */
export function sizeHref(path: string, size: TextSize): string {
  const local = LOCAL.test(path) ? path : '/'
  const [address = '/', query = ''] = local.split('#')[0]!.split('?')
  const kept = query.split('&').filter((pair) => pair !== '' && !/^size(=|$)/.test(pair))
  return `${address}?${[...kept, `size=${size}`].join('&')}`
}

function ToolStrip({ agency, path, textSize }: { agency: Agency; path: string; textSize: TextSize }) {
  return (
    <div class="zx-tools no-print">
      <div class="zx-wrap">
        <p class="zx-tool-phones">
          <span>咨询 {agency.consultPhone}</span>
          <span>监督 {agency.supervisePhone}</span>
        </p>
        <nav class="zx-tool-size" aria-label="字号和无障碍">
          <span id="zx-size">字号</span>
          {SIZES.map(({ key, label }) => (
            <a href={sizeHref(path, key)} data-size={key} aria-current={key === textSize ? 'true' : undefined} aria-describedby="zx-size">{label}</a>
          ))}
          <a href="/accessibility">无障碍帮助</a>
        </nav>
      </div>
    </div>
  )
}

function Links({ current }: { current?: PortalKey }) {
  return (
    <ul>
      {(Object.keys(PORTAL) as PortalKey[]).map((key) => (
        <li><a href={PORTAL[key].href} aria-current={key === current ? 'page' : undefined}>{PORTAL[key].label}</a></li>
      ))}
    </ul>
  )
}

function PortalHead({ agency, current }: { agency: Agency; current?: PortalKey }) {
  return (
    <div class="zx-head">
      <div class="zx-wrap">
        <a class="zx-brand" href="/">
          <Mark size={34} />
          <span><b>{agency.name}</b><small>政府信息依申请公开</small></span>
        </a>
        <nav class="zx-nav no-print" aria-label="主导航"><Links current={current} /></nav>
        <details class="zx-menu no-print">
          <summary><Icon name="menu" /><span>菜单</span></summary>
          <nav aria-label="菜单"><Links current={current} /></nav>
        </details>
      </div>
    </div>
  )
}

function PortalFoot({ agency }: { agency: Agency }) {
  return (
    <footer class="zx-foot no-print">
      <div class="zx-wrap">
        <ul>
          {PORTAL_FOOT.map(({ label, href }) => <li><a href={href}>{label}</a></li>)}
          <li class="zx-push">系统：知悉</li>
        </ul>
        <p><span>主办：{agency.name}</span><span>公开机构：{agency.officeName}</span><span>地址：{agency.address}</span></p>
      </div>
    </footer>
  )
}

/** A public page. The children bring the h1; the caller keeps the chosen text size in a cookie. */
export function PortalPage(props: PortalPageProps) {
  const { title, agency, current, back, textSize = 'standard', path, narrow, error, children } = props
  return (
    <Document title={`${title} · ${agency.name}依申请公开`} bodyClass="zx zx-portal" frame="portal" textSize={textSize} error={error}>
      <header>
        <ToolStrip agency={agency} path={path} textSize={textSize} />
        <PortalHead agency={agency} current={current} />
      </header>
      <main id="main" class={narrow ? 'zx-wrap zx-narrow' : 'zx-wrap'} tabindex={-1}>
        {back && <p class="zx-back no-print"><a href={back.href}>{back.label}</a></p>}
        {children}
      </main>
      <PortalFoot agency={agency} />
    </Document>
  )
}
