/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

export type TextSize = 'standard' | 'large' | 'xlarge'

interface DocumentProps {
  readonly title: string
  readonly bodyClass: string
  /** Stylesheet of the layout. */
  readonly frame?: 'portal' | 'desk'
  /** A stylesheet that this page alone needs. */
  readonly sheet?: 'reference'
  readonly textSize?: TextSize
  /** The page shows an error summary: the title then begins with 错误：. */
  readonly error?: boolean
  readonly children: Child
}

const SHEETS = ['zhixi', 'form', 'clock'] as const

/** A whole HTML document, doctype included: the outermost element of every layout. */
export function Document({ title, bodyClass, frame, sheet, textSize = 'standard', error, children }: DocumentProps) {
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="zh-CN" class={`size-${textSize}`} data-bs-theme="light">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{error ? `错误：${title}` : title}</title>
          <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/assets/tabler.min.css" />
          {SHEETS.map((sheet) => <link rel="stylesheet" href={`/assets/${sheet}.css`} />)}
          {frame !== undefined && <link rel="stylesheet" href={`/assets/${frame}.css`} />}
          {frame === 'portal' && <link rel="stylesheet" href="/assets/public.css" />}
          {sheet !== undefined && <link rel="stylesheet" href={`/assets/${sheet}.css`} />}
          <link rel="stylesheet" href="/assets/print.css" media="print" />
          <script type="module" src="/assets/zhixi.js"></script>
        </head>
        <body class={bodyClass}>
          <a class="zx-skip" href="#main">跳到正文</a>
          {children}
          <div id="zx-live" class="zx-sr" role="status" aria-live="polite"></div>
        </body>
      </html>
    </>
  )
}
