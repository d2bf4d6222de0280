/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { UploadField } from '#features/uploads/index.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, ErrorSummary } from '#ui/form/index.ts'
import type { ActionForm } from './correct.page.tsx'
import { statusPath } from './status-path.ts'
import type { StatusView } from './status-view.ts'

/** 补充材料: papers that may help, at any time before the answer. */
export function PapersPage({ form, number, authority }: StatusView & { form: ActionForm }) {
  const { errors, csrf, kept, takesFiles } = form
  return (
    <div class="zx-form-column">
      <ErrorSummary errors={errors} />
      <h1>补充材料</h1>
      <p class="zx-help">申请{number}。能帮助查找信息的文件、照片，不交也照常办理，答复期限不变。</p>
      {takesFiles ? (
        <form method="post" action={statusPath(number, 'papers')} enctype="multipart/form-data" novalidate>
          <Csrf token={csrf} />
          <UploadField name="papers" label="材料" help="交了以后放进案卷，不能再取回。" errors={errors} kept={kept} enter={{ name: 'send', value: 'yes' }} />
          <Buttons>
            <Button kind="primary" name="send" value="yes">交材料</Button>
            <Button href={statusPath(number)}>返回</Button>
          </Buttons>
        </form>
      ) : <p>这里暂时不能上传文件，请送到或者寄到{authority.officeName}（{authority.address}），写明申请编号{number}。</p>}
    </div>
  )
}
