/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import { Cite } from '#ui/cite.tsx'
import { Notice } from '#ui/todo-panel.tsx'

/** On the case of an oral application until the signed paper is in its file. */
export function SignedFormNotice({ number }: { number: string }) {
  return (
    <Notice tone="amber" title={<>待附签字件。<a href={`/desk/cases/${number}/attach?purpose=scan`}>附上签字的申请书</a></>}>
      <p>口头申请由窗口代为填写，打印后请申请人签字，扫描附卷 <Cite of={art('711', 29, 1)} /></p>
    </Notice>
  )
}
