/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { LetterFacts } from '#features/letters/index.ts'
import { describeUpload, type UploadView } from '#features/uploads/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { Button } from '#ui/button.tsx'
import { nearDate } from '#ui/clock/index.ts'
import { LinkList } from '#ui/lists.tsx'
import { letterHref, statusPath } from './status-path.ts'
import type { StatusView } from './status-view.ts'

/** 文书, and with the reply the files that were released. */
export function Letters({ number, letters, released, reply, state, today }: StatusView) {
  const over = reply !== null || state.withdrawnOn !== null || state.joinedInto !== null
  return (
    <>
      <h2>文书</h2>
      <LinkList rows={letters.map((letter) => letterRow(number, letter, today))} />
      {!over && <p class="zx-meta zx-form-note">答复书：办好后放在这里</p>}
      {released.length > 0 && (
        <>
          <h3 class="zx-form-note">公开给您的文件</h3>
          <LinkList rows={released.map((file) => fileRow(number, file))} />
        </>
      )}
    </>
  )
}

function letterRow(number: string, { id, title, documentNumber, issuedOn, status, pages }: LetterFacts, today: CivilDate) {
  const label = documentNumber === null ? title : `${title}（${documentNumber}）`
  const made = status === 'stored' ? `PDF，${pages ?? 1}页` : status === 'queued' ? 'PDF正在生成，过几秒就能看' : 'PDF没有生成出来，工作人员正在处理'
  const about = `${nearDate(issuedOn, today)}，${made}`
  if (status !== 'stored') return { label, about }
  const href = letterHref(number, id)
  return { label, href, about, end: <Button small href={`${href}?download=1`}>下载<span class="zx-sr">{title}</span></Button> }
}

function fileRow(number: string, file: UploadView) {
  if (file.scan === 'waiting') return { label: file.name, about: `${describeUpload(file)}，检查好就能下载` }
  const href = statusPath(number, `files/${file.id}`)
  return { label: file.name, href, about: describeUpload(file), end: <Button small href={href}>下载<span class="zx-sr">{file.name}</span></Button> }
}

/** 您补充的: the applicant's own words and papers, as the office has them. */
export function OwnSupplements({ supplements, papers, today }: StatusView) {
  if (supplements.length === 0 && papers.length === 0) return null
  const loose = papers.filter(({ id }) => !supplements.some((one) => one.papers.includes(id)))
  const names = (ids: readonly string[]) => papers.filter(({ id }) => ids.includes(id)).map(({ name }) => name).join('、')
  return (
    <section class="zx-section-block">
      <h2>您补充的</h2>
      <ul class="zx-link-list">
        {supplements.map((one) => (
          <li><div>
            <b>{nearDate(one.receivedOn, today)}的补正</b>
            <p class="zx-typed">{one.content?.text ?? '内容已经按规定清除'}</p>
            {one.content?.lateReason && !one.byStaff && <p class="zx-meta">逾期的理由：{one.content.lateReason}</p>}
            {names(one.papers) !== '' && <p class="zx-meta">{names(one.papers)}</p>}
          </div></li>
        ))}
        {loose.map((paper) => <li><div><b>{paper.name}</b><p class="zx-meta">{describeUpload(paper)}</p></div></li>)}
      </ul>
    </section>
  )
}
