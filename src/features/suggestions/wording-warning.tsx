/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { WrongChannel } from '#case/wording/phrases.ts'
import { recogniseChannel, type Recognised } from '#case/wording/recognise.ts'
import { art, type Citation } from '#law/citation.ts'
import { sha256Hex } from '#platform/crypto/digest.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { HiddenField } from '#ui/form/index.ts'
import { Notice } from '#ui/todo-panel.tsx'
import type { Wanted } from './suggest.ts'

interface Words {
  /** What the text reads like. */
  readonly title: string
  /** Which way is quicker, and why. */
  readonly way: (at: Authority) => string
  /** Null: no rule but our own kindness; the Regulation knows no consultation. */
  readonly cite: Citation | null
}

export const CHANNEL_WORDS: Readonly<Record<WrongChannel, Words>> = {
  consultation: { title: '您好像是在咨询', way: (at) => `打咨询电话${at.consultPhone}，当时就能问到，不用等20个工作日。`, cite: null },
  complaint: { title: '您好像是在投诉、举报或者信访', way: (at) => `这类事不按政府信息公开申请处理，走投诉举报的渠道有人专门办。举报投诉电话${at.complaintPhone}。`, cite: art('711', 39, 1) },
  certificate: { title: '您好像是要一份证明或者一个认定', way: (at) => `政府信息公开给的是已经做好、存着的信息，开证明、作认定要到办事窗口。怎么办打${at.consultPhone}问。`, cite: null },
  publication: { title: '您要的好像是公报、报刊或者书籍', way: () => '公开出版物不用申请，图书馆、档案馆就能看到。', cite: art('711', 39, 2) },
}

/** What the description reads like, if it reads like no request. */
export function wordingOf({ subject = '', description = '' }: Wanted): Recognised | null {
  return recogniseChannel(`${subject}\n${description}`.slice(0, 4000))
}

/** Names a finding, so that somebody who has seen it is not stopped by it again. */
export function nameOfWording({ channel, clause }: Recognised): string {
  return sha256Hex(`${channel}\n${clause}`).slice(0, 16)
}

/** The description reads like something else, and the page that was posted did not say so yet. */
export function asksAboutWording(wanted: Wanted, seen: string): boolean {
  const found = wordingOf(wanted)
  return found !== null && nameOfWording(found) !== seen
}

/** 39条: names the channel that is quicker; whoever wants to apply goes on. */
export function WordingWarning({ found, authority }: { found: Recognised | null; authority: Authority }) {
  if (found === null) return null
  const { title, way, cite } = CHANNEL_WORDS[found.channel]
  return (
    <Notice tone="amber" title={title}>
      <p>“{found.clause.slice(0, 60)}”：{way(authority)}要的如果是一份文件、一组数据，写明它的名称，接着申请就行。</p>
      {cite !== null && <p><Cite of={cite} form="full" /></p>}
      <HiddenField name="wording" value={nameOfWording(found)} />
      <div class="zx-buttons">
        <button class="btn zx-btn-secondary" type="submit" name="action" value="next" data-aside>接着申请</button>
        <Button kind="link" href={`/channels?authority=${encodeURIComponent(authority.id)}#${found.channel}`}>去看渠道</Button>
      </div>
    </Notice>
  )
}
