/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icons.tsx'

/** A part of a portal page under its own heading. */
export function Section({ title, children, id }: { title: Child; children: Child; id?: string }) {
  return <section class="zx-section-block" id={id}><h2>{title}</h2>{children}</section>
}

/** Task on the left, what it leads to on the right. */
export function Hero({ children, beside }: { children: Child; beside?: Child }) {
  return <div class="zx-hero"><div class="zx-prose">{children}</div>{beside}</div>
}

export interface Tile {
  readonly icon: IconName
  readonly label: string
  readonly href: string
  readonly about: string
}

/** 您要办什么: four boxes, on phones four rows. */
export function Tiles({ items }: { items: readonly Tile[] }) {
  return (
    <ul class="zx-tiles">
      {items.map(({ icon, label, href, about }) => <li><Icon name={icon} size={30} /><span><a href={href}>{label}</a></span><p>{about}</p></li>)}
    </ul>
  )
}

export interface PathStep {
  /** 7 in "7个工作日内", or 当天. */
  readonly figure: string
  readonly unit?: string
  readonly title: string
  readonly text: string
  readonly article?: Child
}

/** 怎么办，多久办好: the way of an application, the last stage after the answer. */
export function Path({ steps }: { steps: readonly PathStep[] }) {
  return (
    <ol class="zx-path">
      {steps.map(({ figure, unit, title, text, article }, index) => (
        <li class={cx(index === steps.length - 1 && 'zx-path-last')}>
          <b class="zx-path-when"><big>{figure}</big>{unit !== undefined && ` ${unit}`}</b>
          <b>{title}</b>
          <p>{text}</p>
          {article}
        </li>
      ))}
    </ol>
  )
}
