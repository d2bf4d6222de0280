import { fileTypeFromBuffer } from 'file-type'
import { getDocumentProxy } from 'unpdf'
import { isWholeJpeg, isWholePng } from './image.ts'
import type { Inspected } from './port.ts'

const QUIET = { verbosity: 0, isEvalSupported: false, useSystemFonts: false, disableFontFace: true, stopAtErrors: false }

/** Type by content, then whether it opens. Names and declared types count for nothing. */
export async function inspectBytes(bytes: Uint8Array): Promise<Inspected> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  switch (found?.mime) {
    case 'application/pdf':
      return inspectPdf(bytes)
    case 'image/jpeg':
      return isWholeJpeg(bytes) ? { ok: true, type: 'image/jpeg', pages: 1 } : { ok: false, fault: 'broken' }
    case 'image/png':
      return isWholePng(bytes) ? { ok: true, type: 'image/png', pages: 1 } : { ok: false, fault: 'broken' }
    default:
      return { ok: false, fault: 'type' }
  }
}

/** A copy goes to the reader, because it takes its bytes away. */
async function inspectPdf(bytes: Uint8Array): Promise<Inspected> {
  try {
    const document = await getDocumentProxy(bytes.slice(), QUIET)
    try {
      const pages = document.numPages
      if (pages < 1) return { ok: false, fault: 'broken' }
      await document.getPage(1)
      await document.getPage(pages)
      return { ok: true, type: 'application/pdf', pages }
    } finally {
      await document.loadingTask.destroy()
    }
  } catch (error) {
    return { ok: false, fault: (error as Error).name === 'PasswordException' ? 'encrypted' : 'broken' }
  }
}
