/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { LinkList } from '#ui/lists.tsx'
import { Section } from '#ui/portal-parts.tsx'
import { stageOf, type Stage } from './stages.ts'
import { statusPath } from './status-path.ts'
import type { StatusView } from './status-view.ts'

const WORDS: Record<Stage, string> = { received: '收到了，还没有受理', accepted: '已经受理', in_progress: '正在办理', replied: '办完了' }

/** 一事一申请: the applicant's one application has become several cases, each with its own number; one query code opens all. */
export function SiblingsSection({ number, siblings }: Pick<StatusView, 'number' | 'siblings'>) {
  const standing = siblings.filter(({ status }) => status !== 'joined')
  if (standing.length < 2) return null
  return (
    <Section title={`您的申请分成${standing.length}件办`}>
      <p>一份申请里有几件事的，一件事一个编号，分别办理、分别答复。期限都从收到您申请的那天算，查询码还是原来那一个。</p>
      <LinkList
        rows={standing.map((one) => ({
          label: one.number === number ? `${one.number}（这一件）` : one.number,
          ...(one.number === number ? {} : { href: statusPath(one.number) }),
          about: `${one.subject}。${WORDS[stageOf(one.status)]}`,
        }))}
      />
    </Section>
  )
}
