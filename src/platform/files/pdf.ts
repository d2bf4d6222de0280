import { getDocumentProxy } from 'unpdf'
import type { Inspected } from './port.ts'

const QUIET = { verbosity: 0, isEvalSupported: false, useSystemFonts: false, disableFontFace: true }

/** Whether a PDF opens, and its pages. May run long and take much memory for what somebody made to that end: see pdf-thread.ts. */
export async function readPdf(bytes: Uint8Array): Promise<Inspected> {
  try {
    const document = await getDocumentProxy(bytes, QUIET)
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
