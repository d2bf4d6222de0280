// The window's entry page: everything by keys. Without this file every key below is a button or a field of the form.

const form = document.querySelector('form.zx-window')

/** Where typing goes on: the first field of an empty form, or the first that is still to be typed. */
export function startTyping(announce) {
  const said = document.querySelector('[data-say-now]')
  if (said) setTimeout(() => announce(said.dataset.sayNow), 300)
  if (document.querySelector('[data-focus]')) return
  focusField(form.dataset.start)
}

function focusField(name) {
  const field = form.querySelector(`[name="${name}"]:checked`) ?? form.querySelector(`[name="${name}"]`)
  field?.focus()
}

/** 同上一份: fills in place, so that nothing typed and no chosen file is lost. */
function fillFrom(values, announce) {
  for (const [name, value] of Object.entries(values)) {
    for (const field of form.querySelectorAll(`[name="${name}"]`)) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = field.value === value
      else field.value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }
  announce('收件、类别、给法已照上一份填好')
  focusField('name')
}

const shown = (element) => element !== null && element.getClientRects().length > 0

function onKey(event) {
  if (event.isComposing) return
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && form.contains(event.target)) {
    event.preventDefault()
    event.stopImmediatePropagation()
    form.requestSubmit([...form.querySelectorAll(`button[name=do][value=${event.shiftKey ? 'again' : 'print'}]`)].at(-1))
    return
  }
  if (!/^F\d+$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return
  if (event.key === 'F8') {
    event.preventDefault()
    const files = form.querySelector('[type=file]')
    files?.focus()
    files?.click()
    return
  }
  const button = document.querySelector(`[data-fkey="${event.shiftKey ? 'Shift ' : ''}${event.key}"]`)
  if (!shown(button)) return
  event.preventDefault()
  button.click()
}

/** How long this form has taken since its first keystroke. */
function showElapsed() {
  const line = form.querySelector('[data-elapsed]')
  let began = 0
  form.addEventListener('input', () => {
    if (began !== 0 || !line) return
    began = performance.now()
    setInterval(() => {
      const seconds = Math.round((performance.now() - began) / 1000)
      line.textContent = `用时${seconds >= 60 ? `${Math.floor(seconds / 60)}分` : ''}${seconds % 60}秒`
    }, 1000)
  })
}

export function setUpWindow(announce) {
  document.addEventListener('keydown', onKey, true)
  form.addEventListener('click', (event) => {
    const same = event.target.closest?.('[data-same]')
    if (!same) return
    event.preventDefault()
    fillFrom(JSON.parse(same.dataset.same), announce)
  })
  showElapsed()
  startTyping(announce)
}
