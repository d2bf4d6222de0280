// Fields: counting, reading dates back, focus on errors, and one submission per press.

const DAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** Year, month and day of a freely typed date, or null: 2026-11-20, 2026年11月20日, 2026/11/20, 20261120. */
export function readDate(text) {
  const match = /^\s*(\d{4})\s*[-年./]?\s*(\d{1,2})\s*[-月./]?\s*(\d{1,2})\s*日?\s*$/.exec(text)
  if (!match) return null
  const [year, month, day] = match.slice(1).map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day, weekday: date.getUTCDay() } : null
}

function readBack(field) {
  const line = document.getElementById(`${field.id}-read`)
  if (!line) return
  const date = readDate(field.value)
  line.textContent = date ? `${date.year}年${date.month}月${date.day}日（${DAYS[date.weekday]}）` : ''
}

function count(line) {
  const field = document.getElementById(line.dataset.countFor)
  if (!field) return
  const max = Number(line.dataset.max)
  const show = () => {
    const written = [...field.value].length
    line.textContent = written > max ? `已写${written}字，多了${written - max}字，最多${max}字` : `已写${written}字，最多${max}字`
    line.classList.toggle('zx-too-long', written > max)
  }
  field.addEventListener('input', show)
  show()
}

/** A second press while the first is under way does nothing; coming back to the page makes the form usable again. */
function oneSubmission(form) {
  let sent = 0
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return
    if (form.method === 'get') return
    const now = performance.now()
    if (sent !== 0 && now - sent < 15_000) {
      event.preventDefault()
      return
    }
    sent = now
    event.submitter?.setAttribute('aria-disabled', 'true')
    setTimeout(() => event.submitter?.removeAttribute('aria-disabled'), 15_000)
  })
  window.addEventListener('pageshow', () => {
    sent = 0
    for (const button of form.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled')
  })
}

/** A choice keeps its frame beside it when another one is taken. */
function markChosen(event) {
  if (event.target.type !== 'radio') return
  for (const line of event.target.closest('.zx-choices')?.querySelectorAll(':scope > .zx-choice') ?? []) {
    line.classList.toggle('zx-chosen', line.querySelector('input')?.checked === true)
  }
}

export function setUpForms() {
  for (const line of document.querySelectorAll('[data-count-for]')) count(line)
  document.addEventListener('input', (event) => {
    if (event.target.matches?.('[data-date]')) readBack(event.target)
  })
  document.addEventListener('change', markChosen)
  for (const form of document.forms) oneSubmission(form)
  document.querySelector('[data-focus]')?.focus()
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('.zx-error-summary a[href^="#"]')
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!field) return
    event.preventDefault()
    ;(field.closest('.zx-field, .zx-check-field') ?? field).scrollIntoView({ block: 'center' })
    field.focus({ preventScroll: true })
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    const form = event.target.closest?.('form') ?? document.querySelector('main form[method="post"]')
    if (!form) return
    event.preventDefault()
    // Buttons that add or remove a row stand before the one that is meant.
    const buttons = [...form.querySelectorAll('button[type="submit"]:not(:disabled):not([name="add"]):not([name="remove"]):not([data-aside])')]
    form.requestSubmit(event.shiftKey ? (buttons[1] ?? buttons[0]) : (buttons[0] ?? undefined))
  })
}
