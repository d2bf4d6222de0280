/** Files of `src/ui/assets`, as the layouts link them. Tabler's own stylesheet is served beside them as `/assets/tabler.min.css`. */
export const UI_ASSETS = [
  { url: '/assets/zhixi.css', file: 'zhixi.css', type: 'text/css; charset=utf-8' },
  { url: '/assets/form.css', file: 'form.css', type: 'text/css; charset=utf-8' },
  { url: '/assets/clock.css', file: 'clock.css', type: 'text/css; charset=utf-8' },
  { url: '/assets/portal.css', file: 'portal.css', type: 'text/css; charset=utf-8' },
  { url: '/assets/public.css', file: 'public.css', type: 'text/css; charset=utf-8' },
  { url: '/assets/desk.css', file: 'desk.css', type: 'text/css; charset=utf-8' },
  { url: '/assets/print.css', file: 'print.css', type: 'text/css; charset=utf-8' },
  { url: '/assets/zhixi.js', file: 'zhixi.js', type: 'text/javascript; charset=utf-8' },
  { url: '/assets/keys.js', file: 'keys.js', type: 'text/javascript; charset=utf-8' },
  { url: '/assets/forms.js', file: 'forms.js', type: 'text/javascript; charset=utf-8' },
  { url: '/assets/refresh.js', file: 'refresh.js', type: 'text/javascript; charset=utf-8' },
  { url: '/assets/mark.svg', file: 'mark.svg', type: 'image/svg+xml' },
] as const
