/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import { Cite } from '#ui/cite.tsx'
import { Button } from '#ui/button.tsx'
import { Csrf } from '#ui/form/index.ts'
import { Notice } from '#ui/todo-panel.tsx'

/** On the case of an oral application until the signed paper is in its file. `csrf` for those who may print it once more. */
export function SignedFormNotice({ number, csrf }: { number: string; csrf: string | null }) {
  return (
    <Notice tone="amber" title={<>待附签字件。<a href={`/desk/cases/${number}/attach?purpose=scan`}>附上签字的申请书</a></>}>
      <p>口头申请由窗口代为填写，打印后请申请人签字，扫描附卷 <Cite of={art('711', 29, 1)} /></p>
      {csrf !== null && <form method="post" action={`/desk/intake/form/${number}`}><Csrf token={csrf} /><Button small>打印申请书</Button></form>}
    </Notice>
  )
}
