// Live preview of a letter: <form data-preview="/url" data-preview-target="frame id"> posts what is typed and shows the PDF it gets.

const WAIT = 600
const REST = 300
const VIEW = '#toolbar=0&navpanes=0&view=FitH'

function body(form) {
  const data = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') data.append(name, value)
  return data
}

/** Draws half a second after the last keystroke. What cannot be set is said beside the frame, which keeps the last good letter. */
function watch(form) {
  const frame = document.getElementById(form.dataset.previewTarget)
  const note = document.getElementById('letter-note')
  const meta = document.getElementById('letter-meta')
  if (!frame) return
  let timer
  let running
  let shown
  const say = (text) => {
    if (note) note.textContent = text
  }
  const draw = async () => {
    running?.abort()
    running = new AbortController()
    frame.setAttribute('aria-busy', 'true')
    try {
      const answer = await fetch(form.dataset.preview, { method: 'POST', body: body(form), headers: { 'x-partial': '1' }, credentials: 'same-origin', signal: running.signal })
      const type = answer.headers.get('content-type') ?? ''
      if (type.startsWith('application/pdf')) {
        const next = URL.createObjectURL(await answer.blob())
        frame.src = next + VIEW
        if (shown) URL.revokeObjectURL(shown)
        shown = next
        if (meta) meta.textContent = '照正在写的，还没有存'
        say('')
      } else if (type.startsWith('text/plain')) say(await answer.text())
    } catch {
      // Aborted by the next keystroke, or offline: the frame stays as it is.
    } finally {
      frame.removeAttribute('aria-busy')
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(draw, WAIT)
  })
}

/** The button that sends a draft on follows the gate, which is refreshed while somebody types. */
function followGate(gate) {
  const button = document.querySelector('[data-gate-button] button')
  const count = document.querySelector('[data-gate-count]')
  if (!button || !count) return
  new MutationObserver(() => {
    const open = Number(gate.querySelector('[data-open]')?.dataset.open ?? 0)
    button.disabled = open > 0
    count.textContent = open > 0 ? `还有${open}项须改` : ''
  }).observe(gate, { childList: true })
}

/** Lets the viewer scroll and turn pages once the pointer rests on the sheet, and only there. */
function restToRead(sheet) {
  let timer
  sheet.addEventListener('pointerenter', () => {
    timer = setTimeout(() => sheet.classList.add('zx-sheet-live'), REST)
  })
  sheet.addEventListener('pointerleave', () => {
    clearTimeout(timer)
    sheet.classList.remove('zx-sheet-live')
  })
}

export function setUpPreview() {
  for (const sheet of document.querySelectorAll('.zx-sheet')) restToRead(sheet)
  for (const form of document.querySelectorAll('form[data-preview]')) watch(form)
  const gate = document.getElementById('draft-check')
  if (gate) followGate(gate)
}
