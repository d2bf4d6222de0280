/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { momentText } from '#features/desk/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Panel } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import type { ImportRow } from './register-import.table.ts'

/** What an import came to. */
export function DonePage({ row, today }: { readonly row: ImportRow; readonly today: CivilDate }) {
  const { id, fileName, imported, leftOut, importedByName, importedAt, content, expiresAt } = row
  return (
    <>
      <Notice tone="green" title={`导入了${imported.toLocaleString('en')}件`} live>
        <p>{fileName}，{momentText(importedAt!, today)}由{importedByName}导入。文件已经清除，没有给申请人发通知。</p>
      </Notice>
      {leftOut > 0 && (
        <Panel title={`${leftOut.toLocaleString('en')}行没有导入`} edge="amber">
          {content === null
            ? <p>这些行已经清除。请从原来的登记表里找，改好再上传。</p>
            : <><p>下载以后照着“问题”一列改好，存下来再上传一次就行，已经导入的不会重复。{momentText(expiresAt, today)}以后不能再下载。</p><Buttons><Button href={`/desk/imports/${id}/faulty.csv`} icon="download">下载没有导入的行</Button></Buttons></>}
        </Panel>
      )}
      <Buttons><Button kind="primary" href="/desk/cases">看案件</Button><Button href="/desk/imports">再导入一个文件</Button></Buttons>
    </>
  )
}
