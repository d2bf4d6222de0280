import { isValidElement, type ReactElement, type ReactNode } from 'react'
import { printable } from '../_fonts/characters.ts'
import type { Role } from '../_fonts/files.ts'
import type { HeadProps } from './blocks.tsx'
import type { Inline } from './lines.ts'

/** A block of the letter as plain data, texts already printable. */
export type Block =
  | { readonly kind: 'paragraph'; readonly field: string; readonly inlines: readonly Inline[]; readonly indent: boolean }
  | { readonly kind: 'attachments'; readonly names: readonly string[] }
  | {
      readonly kind: 'signature'
      readonly agency: string
      readonly date: string
      readonly sealed: boolean
      /** Content of a QR code beside the signature. */
      readonly code: string | null
    }

/** A letter as plain data: what its template said, before it is set in lines. */
export interface LetterContent {
  readonly head: HeadProps
  readonly blocks: readonly Block[]
}

type Props = Record<string, unknown> & { readonly children?: ReactNode }

/** Reads the element tree a template returned. Components are called as plain functions; they hold no state. */
export function collect(letter: ReactElement): LetterContent {
  const [root] = elements(letter)
  if (root?.type !== 'letter') throw new Error('a template must return one <Letter>')
  const { agency, number, title, dense, children } = root.props as Props & HeadProps
  return {
    head: { agency: line(agency), number: line(number), title: line(title), dense: dense === true },
    blocks: elements(children).flatMap(block),
  }
}

function block({ type, props }: ReactElement<Props>): Block[] {
  switch (type) {
    case 'paragraph':
      return paragraphs(String(props.field), inlines(props.children, 'body'), true)
    case 'addressee':
      return paragraphs('称谓', inlines(props.children, 'body'), false)
    case 'note':
      return paragraphs('附注', inlines(['（', props.children, '）'], 'body'), true)
    case 'attachments': {
      const names = (props.names as readonly string[]).map((n) => line(n).replace(/[。；;，,、.]+$/u, ''))
      return names.length === 0 ? [] : [{ kind: 'attachments', names }]
    }
    case 'signature': {
      const { agency, date, sealed, code } = props
      const content = typeof code === 'string' ? code : null
      return [{ kind: 'signature', agency: line(agency), date: line(date), sealed: sealed === true, code: content }]
    }
    default:
      throw new Error(`unknown block ${String(type)}`)
  }
}

/** Resolves components, fragments and lists to the elements that are blocks or spans. */
function elements(node: ReactNode): ReactElement<Props>[] {
  if (Array.isArray(node)) return node.flatMap(elements)
  if (!isValidElement<Props>(node)) return []
  if (typeof node.type === 'function') return elements((node.type as (p: Props) => ReactNode)(node.props))
  return typeof node.type === 'symbol' ? elements(node.props.children) : [node]
}

function inlines(node: ReactNode, role: Role): Inline[] {
  if (Array.isArray(node)) return node.flatMap((n: ReactNode) => inlines(n, role))
  if (typeof node === 'string' || typeof node === 'number') return [{ text: printable(String(node)), role }]
  return elements(node).flatMap(({ type, props }) =>
    inlines(props.children, type === 'hei' || type === 'kai' ? type : role),
  )
}

/** One paragraph for each line of the text; empty ones and the blanks around a line go, the template indents. */
function paragraphs(field: string, source: readonly Inline[], indent: boolean): Block[] {
  const split: Inline[][] = [[]]
  for (const { text, role } of source) {
    text.split('\n').forEach((part, i) => {
      if (i > 0) split.push([])
      if (part !== '') split.at(-1)!.push({ text: part, role })
    })
  }
  return split
    .map(trim)
    .filter((p) => p.length > 0)
    .map((p) => ({ kind: 'paragraph', field, inlines: p, indent }))
}

function trim(paragraph: readonly Inline[]): Inline[] {
  const result = paragraph.map((p, i) => ({
    ...p,
    text: i === 0 ? p.text.replace(/^[ \u3000]+/u, '') : p.text,
  }))
  const end = result.at(-1)
  if (end !== undefined) result[result.length - 1] = { ...end, text: end.text.replace(/[ \u3000]+$/u, '') }
  return result.filter((p) => p.text !== '')
}

/** Text that must stay on one line of its own. */
function line(text: unknown): string {
  return printable(String(text)).replace(/\s*\n\s*/g, ' ')
}
