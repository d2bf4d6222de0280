/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** Line drawings on a 20 px grid, one path list per name; strokes take the colour of the text beside them. */
const STROKES = {
  plus: 'M10 4v12M4 10h12',
  chevron: 'M7.5 4.5 13 10l-5.5 5.5',
  down: 'M4.5 7.5 10 13l5.5-5.5',
  tick: 'M4 10.5 8.2 14.7 16 6',
  cross: 'M5 5l10 10M15 5 5 15',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  search: 'M9 3.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 9 3.2ZM13.3 13.3 17 17',
  bell: 'M10 2.8v1.2M5.2 13.6V9a4.8 4.8 0 0 1 9.6 0v4.6l1.4 1.4H3.8l1.4-1.4ZM8.3 15.4a1.8 1.8 0 0 0 3.4 0',
  inbox: 'M3 11.2 5 4.8a1 1 0 0 1 1-.8h8a1 1 0 0 1 1 .8l2 6.4V15a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-3.8ZM3 11.2h4l1 2h4l1-2h4',
  cases: 'M7 3h5.2L16 6.8V13a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM12 3v4h4M6 6.5H5a1 1 0 0 0-1 1V16a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1v-2',
  'page-add': 'M5 2.8h6.5L15.5 7v9.2a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V3.8a1 1 0 0 1 1-1ZM11.2 2.8V7.2h4.3M9.8 9.2v5M7.3 11.7h5',
  page: 'M5 2.8h6.5L15.5 7v9.2a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V3.8a1 1 0 0 1 1-1ZM11.2 2.8V7.2h4.3M7 10.5h6M7 13.5h6',
  sign: 'M2.5 13.5c2.5 0 4.3-8 2.7-8.6-1.7-.6-1.6 9.2.4 9.2 1.7 0 2-4.3 3.6-4.3 1.3 0 .3 3.7 1.8 3.7s1.4-2 2.6-2 .9 1.8 3.9 1.8',
  send: 'M17 3 9 11M17 3l-5 14-3-6-6-3 14-5Z',
  ask: 'M4 3.5h12a1 1 0 0 1 1 1V10M9 14H8l-3.5 3v-3H4a1 1 0 0 1-1-1V4.5a1 1 0 0 1 1-1M6.5 7h7M6.5 10h4M13.2 13a1.7 1.7 0 1 1 2.4 1.6c-.5.2-.7.5-.7 1M14.9 17.5v.1',
  precedents: 'M7.5 3h8.5a1 1 0 0 1 1 1v8.5a1 1 0 0 1-1 1H7.5a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM6.5 6H4a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-2.5M9 6.5h5.5M9 9.8h5.5',
  report: 'M3 17V10h4v7M8 17V3h4v14M13 17V7h4v10M2 17h16',
  calendar: 'M5 4h10a1 1 0 0 1 1 1v4.5M9.5 16H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1M4 8h12M7 2.5V5.5M13 2.5V5.5M14.5 11.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM14.5 13v1.6l1 .8',
  catalogue: 'M3 5l1.3 1.3L6.5 4M3 10l1.3 1.3L6.5 9M3 15l1.3 1.3L6.5 14M9 5.2h8M9 10.2h8M9 15.2h8',
  book: 'M6 2.8h9a1 1 0 0 1 1 1v13.4H6a2 2 0 0 1-2-2V4.8a2 2 0 0 1 2-2ZM4 15.2a2 2 0 0 1 2-2h10M7.5 6.5h5',
  calculator: 'M5 2.5h10a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1ZM6.8 5.5h6.4v2.5H6.8ZM7 11v.1M10 11v.1M13 11v.1M7 14.3v.1M10 14.3v.1M13 14.3v.1',
  print: 'M6 7V3h8v4M6 14H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1h-2M6 11.5h8V17H6Z',
  download: 'M10 3v9.5M6 9l4 4 4-4M3.5 13.5V16a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1v-2.5',
  save: 'M4 3.5h9.5L16.5 6.5V15.5a1 1 0 0 1-1 1H4.5a1 1 0 0 1-1-1V4.5M7 3.5v3.5h5V3.5M6.5 16.5v-5h7v5',
  scan: 'M3 7V4.5A1.5 1.5 0 0 1 4.5 3H7M13 3h2.5A1.5 1.5 0 0 1 17 4.5V7M17 13v2.5a1.5 1.5 0 0 1-1.5 1.5H13M7 17H4.5A1.5 1.5 0 0 1 3 15.5V13M3 10h14',
  mail: 'M3.5 4.5h13a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1ZM3 6l7 5 7-5',
  lock: 'M5 9h10a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1ZM6.5 9V6.5a3.5 3.5 0 0 1 7 0V9M10 12.5v1.5',
  user: 'M10 3a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM3.5 17a6.5 6.5 0 0 1 13 0',
  warn: 'M10 3 18 16.5H2L10 3ZM10 8v4M10 14.3v.1',
  octagon: 'M7 2.5h6L17.5 7v6L13 17.5H7L2.5 13V7L7 2.5ZM10 6.3v4.5M10 13.5v.1',
} as const

export type IconName = keyof typeof STROKES

/** Decorative icon: hidden from assistive technology, so a word must stand beside it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg class="zx-icon" width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
      <path d={STROKES[name]} />
    </svg>
  )
}

/** The mark: two full day cells, the due cell, and its flag. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg class="zx-mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect x="1" y="13" width="8.5" height="15" rx="1.5" fill="currentColor" />
      <rect x="11.5" y="13" width="8.5" height="15" rx="1.5" fill="currentColor" />
      <rect x="22.75" y="13.75" width="7" height="13.5" rx="1.25" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d="M22.75 14V2.5" stroke="currentColor" stroke-width="1.5" />
      <path class="zx-mark-flag" d="M23.5 2.5H32l-2.2 3 2.2 3h-8.5Z" fill="#ff5a52" />
    </svg>
  )
}
