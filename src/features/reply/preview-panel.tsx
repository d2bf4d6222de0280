/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { casePath } from '#features/desk/index.ts'
import { Button } from '#ui/button.tsx'
import { LetterPreview } from '#ui/letter-editor.tsx'
import { Notice } from '#ui/todo-panel.tsx'

/** The browser's own viewer without its bars, as wide as the frame. */
const VIEW = '#toolbar=0&navpanes=0&view=FitH'

/** Where the PDF of the draft is. */
export function previewPath(number: string): string {
  return casePath(number, 'draft/preview.pdf')
}

export interface PreviewProps {
  readonly number: string
  /** False: this runtime sets no letters. */
  readonly available: boolean
  /** 第3稿, or 还没有存过 */
  readonly meta: string
}

/** The draft as it will be printed. `#letter-preview` is the frame that the script draws into, `#letter-note` says why it cannot. */
export function PreviewPanel({ number, available, meta }: PreviewProps) {
  if (!available) {
    return (
      <LetterPreview meta={meta}>
        <Notice title="这里不能预览PDF"><p>这个服务器不排版文书。存稿、送审照常；答复书签发后由排版的服务器生成。</p></Notice>
      </LetterPreview>
    )
  }
  const path = previewPath(number)
  return (
    <LetterPreview meta={<span id="letter-meta">{meta}</span>} end={<Button small href={path}>PDF</Button>}>
      <p class="zx-preview-note" id="letter-note" role="status"></p>
      <div class="zx-sheet"><iframe id="letter-preview" title="答复书的预览" src={`${path}${VIEW}`} loading="lazy"></iframe></div>
      <p class="zx-sheet-small">窄屏不嵌预览，点“PDF”打开。</p>
    </LetterPreview>
  )
}
