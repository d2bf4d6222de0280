// Progressive enhancement only: every page works without this file.
import { setUpForms } from './forms.js'
import { setUpKeys } from './keys.js'
import { setUpRefresh } from './refresh.js'

const root = document.documentElement
root.classList.add('zx-js')

/** Says a sentence to assistive technology without moving focus. */
export function announce(text) {
  const live = document.getElementById('zx-live')
  if (live) live.textContent = text
}

const actions = {
  print: () => window.print(),
  copy: async (button) => {
    const source = document.getElementById(button.dataset.target ?? '')
    if (!source) return
    const text = 'value' in source ? source.value : source.textContent
    try {
      await navigator.clipboard.writeText(text)
      announce('已复制')
      button.querySelector('span').textContent = '已复制'
    } catch {
      source.closest('details')?.setAttribute('open', '')
      source.focus()
      source.select?.()
    }
  },
  'toggle-password': (button) => {
    const field = document.getElementById(button.dataset.target ?? '')
    if (!field) return
    const shown = field.type === 'password'
    field.type = shown ? 'text' : 'password'
    button.textContent = shown ? '隐藏' : '显示'
    button.setAttribute('aria-pressed', String(shown))
  },
}

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-action]')
  if (button && actions[button.dataset.action]) actions[button.dataset.action](button)
  const size = event.target.closest?.('a[data-size]')
  if (size && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault()
    chooseSize(size)
  }
})

/** Applies the text size at once, so that nothing typed is lost; the server hears of it in the background and sets the cookie. */
function chooseSize(link) {
  root.className = root.className.replace(/size-\w+/, `size-${link.dataset.size}`)
  for (const other of document.querySelectorAll('a[data-size]')) other.removeAttribute('aria-current')
  link.setAttribute('aria-current', 'true')
  announce(`字号：${link.textContent}`)
  fetch(link.href, { credentials: 'same-origin' }).catch(() => {})
}

/** A scrolling region is a tab stop only while it scrolls; a ribbon opens at today. */
export function setUpScrollers(within = document) {
  for (const box of within.querySelectorAll('.zx-scroll-x')) {
    const fit = () => (box.scrollWidth > box.clientWidth + 1 ? box.setAttribute('tabindex', '0') : box.removeAttribute('tabindex'))
    new ResizeObserver(fit).observe(box)
    const today = box.hasAttribute('data-scroll-today') && box.querySelector('.zx-today-line')
    if (today) box.scrollLeft += today.getBoundingClientRect().left - box.getBoundingClientRect().left - box.clientWidth / 2
  }
}

setUpScrollers()
setUpForms()
setUpKeys(announce)
setUpRefresh(announce, setUpScrollers)
if (document.querySelector('[data-preview], #draft-check, .zx-sheet')) import('./preview.js').then(({ setUpPreview }) => setUpPreview())
if (document.querySelector('form.zx-window')) import('./window.js').then(({ setUpWindow }) => setUpWindow(announce))
