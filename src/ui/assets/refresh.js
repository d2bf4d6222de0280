// Partial refresh: <form|fieldset data-refresh="/url" data-refresh-target="id"> posts the form and replaces that region.

const WAIT = 400

function body(element) {
  const data = new URLSearchParams()
  const form = element.closest('form')
  for (const [name, value] of new FormData(form ?? undefined)) if (typeof value === 'string') data.append(name, value)
  return data
}

/**
 * Watches one element. The region shows the answer of the server, its first [data-say] text is announced.
 * A failed request leaves the region as it is: what was shown stays true for the last text it was asked about.
 */
function watch(element, announce, afterwards) {
  const target = document.getElementById(element.dataset.refreshTarget ?? '')
  if (!target) return
  let timer
  let running
  let said
  const ask = async () => {
    running?.abort()
    running = new AbortController()
    target.setAttribute('aria-busy', 'true')
    try {
      const answer = await fetch(element.dataset.refresh, {
        method: 'POST',
        body: body(element),
        headers: { accept: 'text/html', 'x-partial': '1' },
        credentials: 'same-origin',
        signal: running.signal,
      })
      if (!answer.ok || !(answer.headers.get('content-type') ?? '').startsWith('text/html')) return
      target.innerHTML = await answer.text()
      const says = [target.querySelector('[data-say]')]
      for (const part of target.querySelectorAll('template[data-into]')) {
        says.push(part.content.querySelector('[data-say]'))
        document.getElementById(part.dataset.into)?.replaceChildren(part.content)
        part.remove()
      }
      afterwards(target)
      const say = says.flatMap((one) => one?.dataset.say ?? []).join('，')
      if (say && say !== said) announce(say)
      said = say
    } catch {
      // Aborted by the next keystroke, or offline.
    } finally {
      target.removeAttribute('aria-busy')
    }
  }
  const later = (event) => {
    if (event.target.type === 'file' || event.target.type === 'password') return
    clearTimeout(timer)
    timer = setTimeout(ask, WAIT)
  }
  const source = 'refreshForm' in element.dataset ? (element.closest('form') ?? element) : element
  source.addEventListener('input', later)
  source.addEventListener('change', later)
}

export function setUpRefresh(announce, afterwards) {
  for (const element of document.querySelectorAll('[data-refresh]')) watch(element, announce, afterwards)
}
