/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { Article } from '#ui/cite.tsx'
import { Button } from '#ui/button.tsx'
import { fieldId } from '#ui/form/index.ts'
import { GatePanel } from '#ui/letter-editor.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { groundPlaces } from './draft-editor.tsx'
import type { Gate, GateBlock } from './gate.ts'
import type { ReplyMaterial } from './reply-material.ts'
import { lockedParts } from './reply-props.ts'

/** 送审前检查. Replaced as a whole while somebody types; `data-open` tells the script how much is open. */
export function DraftGate({ gate, material, linked }: { gate: Gate; material: ReplyMaterial; linked: boolean }) {
  const { blocks } = gate
  const say = blocks.length === 0 ? '送审前检查都通过了' : openItems(blocks.length)
  return (
    <div data-open={blocks.length} data-say={say}>
      <GatePanel
        items={blocks.map((block) => ({
          level: 'block' as const,
          text: <>{block.message}{block.article !== null && <> <Article>{block.article}</Article></>}</>,
          action: linked && block.field !== null ? <Button href={`#${fieldId(block.field)}`}>去改</Button> : undefined,
        }))}
        passed={passed(gate, material)}
      />
      {!gate.complete && <Notice tone="amber"><p>这里现在不能排版，字体和模板要求的内容没有检查；送审、签发前请再看一遍。</p></Notice>}
    </div>
  )
}

/** 还有2项须改 */
export function openItems(count: number): string {
  return `还有${count}项须改`
}

/** What holds, told in the words of this letter; only what was really looked at. */
function passed({ blocks, complete }: Gate, material: ReplyMaterial): Child[] {
  const fine = (part: GateBlock['field']) => blocks.every(({ field }) => field !== part)
  const remedy = lockedParts({ ...material.source, signed: null }).remedyRoute
  const places = groundPlaces(material)
  return [
    fine('requestText') && '写了申请内容',
    fine('facts') && '写了事实和理由',
    fine('decisionText') && '写了决定',
    places === '' ? '这种决定没有要引的条款' : `引了依据：${places}`,
    REMEDIES[remedy],
    complete && blocks.every(({ kind }) => kind !== 'glyph') && '每个字都有字体，印得出来',
  ].filter((line) => line !== false)
}

const REMEDIES = {
  reconsideration_first: '告知了救济：先申请行政复议，再起诉',
  choice: '告知了救济：复议或者起诉，由申请人选',
  none: '申请人自己撤回的，不告知救济',
} as const
