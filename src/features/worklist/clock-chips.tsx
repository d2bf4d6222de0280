/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Glyph, type GlyphShape } from '#ui/glyph.tsx'
import { BANDS, type Band } from './bands.ts'
import { COUNT_CAP } from './list-cases.ts'
import { listAddress, type ListQuery } from './list-address.ts'

const SHAPES: Record<Band, { readonly shape: GlyphShape; readonly ink: string }> = {
  red: { shape: 'octagon', ink: 'red' },
  amber: { shape: 'triangle', ink: 'amber' },
  green: { shape: 'ring', ink: 'green' },
  stopped: { shape: 'bars', ink: 'paused' },
}

/** 14, or 99+ where counting stopped. */
export function countText(count: number): string {
  return count >= COUNT_CAP ? `${COUNT_CAP - 1}+` : String(count)
}

/** 全部 红 黄 绿 停, each with its count, as links to the same list. */
export function clockChips(path: string, query: ListQuery, counts: Record<Band, number>) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const bands = (Object.keys(BANDS) as Band[]).map((band) => ({
    label: (
      <>
        <span class={`zx-ink-${SHAPES[band].ink}`}><Glyph shape={SHAPES[band].shape} /></span>
        {BANDS[band]} {countText(counts[band])}
      </>
    ),
    href: listAddress(path, query, { clock: band }),
    current: query.clock === band,
  }))
  return [{ label: <>全部 {countText(all)}</>, href: listAddress(path, query, { clock: undefined }), current: query.clock === undefined }, ...bands]
}
