/** @jsxImportSource react @jsxRuntime automatic */
import { createElement, type ReactElement, type ReactNode } from 'react'

/** What stands above the text on the first page. */
export interface HeadProps {
  /** 发文机关标志: full name of the agency, without 文件. */
  readonly agency: string
  /** Right of the double line: 发文字号, or 登记编号 on a receipt. */
  readonly number: string
  readonly title: string
  /** 4号 text for a paper that is to stay on one page; decisions keep 3号. */
  readonly dense?: boolean
}

/** One letter: the head and, as children, its blocks in reading order. */
export function Letter(props: HeadProps & { readonly children: ReactNode }): ReactElement {
  return createElement('letter', props)
}

/** A paragraph indented by two characters. Line ends in its text begin new paragraphs. `field` names it in refusals. */
export function Paragraph(props: { readonly field: string; readonly children: ReactNode }): ReactElement {
  return createElement('paragraph', props)
}

/** 主送: the addressee at the left edge, closed by a colon. */
export function Addressee(props: { readonly children: ReactNode }): ReactElement {
  return createElement('addressee', props)
}

/** 附件说明, one blank line below the text (7.3.4). Nothing when there are none. */
export function Attachments(props: { readonly names: readonly string[] }): ReactElement {
  return createElement('attachments', props)
}

/**
 * 署名 and 成文日期. Without a seal as in 7.3.5.2; `sealed` leaves the room of 7.3.5.1, date four characters from the
 * right and the name centred over it. `code` is printed as a QR code at the left of them.
 */
export function Signature(props: {
  readonly agency: string
  readonly date: string
  readonly sealed?: boolean
  readonly code?: string | null
}): ReactElement {
  return createElement('signature', props)
}

/** 附注 in round brackets below the date (7.3.6). */
export function Note(props: { readonly children: ReactNode }): ReactElement {
  return createElement('note', props)
}

/** 黑体, first level of numbering (7.3.3). */
export function Hei(props: { readonly children: ReactNode }): ReactElement {
  return createElement('hei', props)
}

/** 楷体, second level of numbering (7.3.3). */
export function Kai(props: { readonly children: ReactNode }): ReactElement {
  return createElement('kai', props)
}
