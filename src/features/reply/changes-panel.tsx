/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Badge } from '#ui/badge.tsx'
import { Panel } from '#ui/panel.tsx'
import type { Changes, PartChange } from './changes.ts'
import type { Piece } from './text-diff.ts'

/** 修改处: every part that changed, with what went struck through and what came underlined. */
export function ChangesPanel({ changes }: { changes: Changes | null }) {
  if (changes === null) {
    return <Panel title="修改处" id="changes"><p class="zx-meta">第一次送审，没有可以对照的稿。</p></Panel>
  }
  const { since, count, parts } = changes
  return (
    <Panel title="修改处" meta={`和送审过的第${since}稿比`} end={<Badge tone={count > 0 ? 'primary' : 'plain'}>{count}处</Badge>} id="changes">
      {count === 0 ? <p class="zx-meta">一个字也没有改。</p> : parts.filter((part) => part.count > 0).map((part) => <Part {...part} />)}
    </Panel>
  )
}

function Part({ label, pieces, count }: PartChange) {
  return (
    <div class="zx-diff">
      <h3>{label}<span class="zx-meta">{count}处</span></h3>
      <p>{pieces.map((piece) => <Run {...piece} />)}</p>
    </div>
  )
}

/** Colour and line are not enough: assistive technology is told in words. */
function Run({ kind, text }: Piece) {
  if (kind === 'same') return <>{text}</>
  const Mark = kind === 'added' ? 'ins' : 'del'
  return <Mark><span class="zx-sr">{kind === 'added' ? '（加：' : '（删：'}</span>{text}<span class="zx-sr">）</span></Mark>
}
