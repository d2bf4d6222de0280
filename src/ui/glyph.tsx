/** @jsxRuntime automatic @jsxImportSource hono/jsx */
export type GlyphShape = 'octagon' | 'triangle' | 'ring' | 'bars' | 'tick' | 'cross' | 'broken-ring' | 'square' | 'hollow'

/** The solid shapes that go with a colour, 14 px; the "!" is cut out, so they work on any ground. */
export function Glyph({ shape }: { shape: GlyphShape }) {
  return (
    <svg class="zx-glyph" width={14} height={14} viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      {shapes[shape]()}
    </svg>
  )
}

const CUT = 'M6.1 3.4h1.8v4.4H6.1ZM6.1 9h1.8v1.8H6.1Z'

const shapes: Record<GlyphShape, () => unknown> = {
  octagon: () => <path fill="currentColor" fill-rule="evenodd" d={`M4.3.5h5.4L13.5 4.3v5.4L9.7 13.5H4.3L.5 9.7V4.3Z${CUT}`} />,
  triangle: () => <path class="zx-glyph-triangle" fill="currentColor" fill-rule="evenodd" d="M7 .8 13.7 12.8H.3ZM6.1 4.8h1.8v4H6.1ZM6.1 9.7h1.8v1.6H6.1Z" />,
  ring: () => (
    <>
      <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" stroke-width="1.8" />
      <circle cx="7" cy="7" r="2.3" fill="currentColor" />
    </>
  ),
  bars: () => <path fill="currentColor" d="M3 1.5h2.8v11H3ZM8.2 1.5H11v11H8.2Z" />,
  tick: () => <path fill="none" stroke="currentColor" stroke-width="1.8" d="M1.8 7.4 5.4 11 12.2 3.4" />,
  cross: () => <path fill="none" stroke="currentColor" stroke-width="1.8" d="M2.5 2.5l9 9M11.5 2.5l-9 9" />,
  'broken-ring': () => <circle cx="7" cy="7" r="5.4" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="3.4 2.25" />,
  square: () => <rect x="2" y="2" width="10" height="10" rx="1.5" fill="currentColor" />,
  hollow: () => <rect x="2.75" y="2.75" width="8.5" height="8.5" rx="1" fill="#fff" stroke="currentColor" stroke-width="1.5" />,
}
