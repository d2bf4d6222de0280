/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatDate } from '#law/civil-date.ts'
import type { Suggested } from './search.ts'
import type { Suggestions } from './suggest.ts'

/**
 * 这些已经公开了: inside the form of the step, under the description; wide pages show it on the right. The script asks again while
 * somebody types; without it there is a button.
 */
export function SuggestionPanel({ found }: { found: Suggestions }) {
  return (
    <div class="zx-suggest" data-refresh="/suggestions" data-refresh-target="suggestions" data-refresh-form>
      <div id="suggestions"><SuggestionList found={found} /></div>
      <noscript>
        <div class="zx-buttons"><button class="btn zx-btn-secondary" type="submit" name="action" value="look" data-aside>看看有没有已经公开的</button></div>
      </noscript>
    </div>
  )
}

/** What the script puts in the place of the list before. */
export function SuggestionList({ found }: { found: Suggestions }) {
  const { items, asked, looked, authorityId } = found
  if (items.length === 0) return <Nothing asked={asked} looked={looked} />
  const said = `找到${items.length}条可能有用的公开信息`
  return (
    <section class="card zx-panel zx-edge-primary zx-suggest-list" aria-labelledby="suggestions-title" data-say={said}>
      <div class="zx-panel-head"><h2 id="suggestions-title">这些已经公开了</h2></div>
      <div class="zx-panel-body">
        <p class="zx-help">按您写的内容找到{items.length}条。如果正好是您要的，今天就能拿到，不用等答复。</p>
        <ol class="zx-suggest-items">{items.map((item) => <Item item={item} own={item.authorityId === authorityId} />)}</ol>
        <p class="zx-meta">“去看”在新窗口打开，您写的内容留在这一页。都不是您要的，接着往下写就行。</p>
      </div>
    </section>
  )
}

function Nothing({ asked, looked }: { asked: boolean; looked: boolean }) {
  if (asked && looked) return <p class="zx-help" role="status">没有找到对得上的公开信息，请接着申请。</p>
  return <p class="zx-help" data-say={asked ? '没有对得上的公开信息' : undefined}>{asked ? '还没有找到对得上的公开信息。' : '写上名称或者描述，已经公开的、目录里有的会列在这里。'}</p>
}

function Item({ item, own }: { item: Suggested; own: boolean }) {
  const facts = [
    item.kind === 'catalogue' ? '公开目录里有' : null,
    item.publishedOn === null ? null : `${formatDate(item.publishedOn)}${item.kind === 'published' ? '公开' : ''}`,
    item.documentRef,
    own ? null : item.authorityName,
  ].filter((fact) => fact !== null)
  return (
    <li>
      <b id={`suggested-${item.id}`}>{item.title}</b>
      {facts.length > 0 && <p class="zx-meta">{facts.join('，')}</p>}
      {item.url === null && item.summary !== null && <p class="zx-meta">{item.summary}</p>}
      <div class="zx-suggest-answer">
        {item.url !== null && <a class="zx-suggest-open" href={`/suggestions/${item.id}/open`} target="_blank" rel="noopener noreferrer" aria-label={`去看${item.title}，在新窗口打开`}>去看</a>}
        <button class="btn zx-btn-link" type="submit" name="action" value={`enough:${item.id}`} aria-describedby={`suggested-${item.id}`} data-aside>这条就够了，不用申请了</button>
      </div>
    </li>
  )
}
