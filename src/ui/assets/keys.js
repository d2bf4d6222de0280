// Single keys of lists and cases. They never act in fields; each person can change them or switch them off under "?".

const STORE = 'zhixi-keys'
const KEYS = [
  { id: 'next', key: 'j', label: '下一件' },
  { id: 'previous', key: 'k', label: '上一件' },
  { id: 'select', key: 'x', label: '选中' },
  { id: 'assign', key: 'a', label: '转办' },
  { id: 'filter', key: 'f', label: '筛选' },
  { id: 'search', key: '/', label: '查找' },
  { id: 'help', key: '?', label: '全部快捷键' },
]

function stored() {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? '{}')
  } catch {
    return {}
  }
}

function keep(settings) {
  try {
    localStorage.setItem(STORE, JSON.stringify(settings))
  } catch {
    // Private browsing: the choice then lasts for this page.
  }
}

const inField = (target) => target.closest?.('textarea, select, [contenteditable], dialog, input:not([type=checkbox]):not([type=radio])') != null
const rows = () => [...document.querySelectorAll('[data-list] [data-href], [data-list][data-href]')]
const current = () => document.querySelector('.zx-current')

function go(row) {
  if (!row) return
  current()?.classList.remove('zx-current')
  row.classList.add('zx-current')
  const link = row.querySelector('a[href]')
  if (link) link.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'nearest' })
}

function move(step) {
  const all = rows()
  const at = all.indexOf(current())
  go(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))])
}

/** Elements may claim a key themselves: `data-key="j"` on the link to the next case. */
function press(key) {
  const own = [...document.querySelectorAll('[data-key]')].find((element) => element.dataset.key.toLowerCase() === key)
  if (!own) return false
  if (own.matches('input, select, textarea')) own.focus()
  else own.click()
  return true
}

function showCount() {
  const shown = document.querySelector('[data-bulk-count]')
  if (shown) shown.textContent = String(document.querySelectorAll('tbody .zx-col-check input:checked').length)
}

const commands = {
  next: () => (rows().length > 0 ? move(1) : press('j')),
  previous: () => (rows().length > 0 ? move(-1) : press('k')),
  select: () => current()?.querySelector('.zx-col-check input')?.click(),
  assign: () => press('a'),
  filter: () => press('f') || document.querySelector('.zx-chips-row select, .zx-chips-row input, .zx-chips a')?.focus(),
  search: () => document.querySelector('[data-search]')?.focus(),
  help: () => openHelp(),
}

let settings = stored()
const keyOf = ({ id, key }) => settings[id] ?? key

function openHelp() {
  const dialog = document.createElement('dialog')
  dialog.className = 'zx-dialog'
  dialog.setAttribute('aria-labelledby', 'zx-keys-title')
  dialog.innerHTML = '<form method="dialog"><h2 id="zx-keys-title">快捷键</h2><label class="zx-check"><input class="zx-checkbox" type="checkbox" name="on">用单键</label><dl class="zx-dl zx-dl-tight"></dl><p class="zx-meta">Enter打开　Esc关闭　Ctrl Enter保存　Alt 1–4跳到各段。录入页：F2同上一份，F4带出以前申请人，F8加扫描件，F9先存为待确认收到。在格子里打字时单键不起作用。</p><button class="btn zx-btn-primary" type="submit">保存</button></form>'
  const list = dialog.querySelector('dl')
  for (const entry of KEYS) {
    const row = document.createElement('div')
    row.innerHTML = '<dt></dt><dd><input class="form-control zx-key-input" maxlength="1"></dd>'
    row.querySelector('dt').textContent = entry.label
    const input = row.querySelector('input')
    input.name = entry.id
    input.value = keyOf(entry).toUpperCase()
    input.setAttribute('aria-label', entry.label)
    list.append(row)
  }
  const on = dialog.querySelector('[name=on]')
  on.checked = settings.off !== true
  dialog.querySelector('form').addEventListener('submit', () => {
    settings = { off: !on.checked }
    for (const entry of KEYS) settings[entry.id] = dialog.querySelector(`[name=${entry.id}]`).value.toLowerCase() || entry.key
    keep(settings)
  })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

function onKey(event) {
  if (event.isComposing) return
  if (event.altKey && /^[1-4]$/.test(event.key)) {
    const part = document.querySelector(`[data-jump="${event.key}"]`)
    const field = part?.querySelector('input:checked:not([type=hidden]), input:not([type=hidden]), textarea, select')
    if (field) event.preventDefault()
    field?.focus()
    return
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Escape') {
    const open = document.querySelector('details.zx-user[open], details.zx-menu[open]')
    open?.removeAttribute('open')
    open?.querySelector('summary').focus()
    if (inField(event.target)) event.target.blur()
    return
  }
  if (inField(event.target)) return
  const key = event.key.toLowerCase()
  const help = KEYS.find(({ id }) => id === 'help')
  if (settings.off === true && key !== keyOf(help)) return
  if (/^[1-6]$/.test(key)) {
    // In a row of choices its own one, elsewhere the one that prints its digits.
    const row = event.target.closest?.('.zx-segments') ?? document.querySelector('[data-number-keys]')
    const choice = row?.querySelectorAll('input')[Number(key) - 1]
    choice?.click()
    choice?.focus()
    return
  }
  if (key === 'enter' && current() && !event.target.closest('a, button, input, summary')) {
    location.href = current().dataset.href
    return
  }
  const command = KEYS.find((entry) => keyOf(entry) === key)
  if (command) {
    event.preventDefault()
    commands[command.id]()
  } else if (press(key)) event.preventDefault()
}

export function setUpKeys() {
  document.addEventListener('keydown', onKey)
  document.addEventListener('focusin', (event) => {
    const row = event.target.closest?.('[data-list] [data-href]')
    if (!row || row === current()) return
    current()?.classList.remove('zx-current')
    row.classList.add('zx-current')
  })
  document.addEventListener('change', (event) => {
    const box = event.target.closest?.('tbody .zx-col-check input')
    if (!box) return
    box.closest('tr').classList.toggle('zx-selected', box.checked)
    showCount()
  })
}
