import { fileTypeFromBuffer } from 'file-type'
import { isWholeJpeg, isWholePng } from './image.ts'
import { openPdfThread, type PdfThread } from './pdf-thread.ts'
import type { FileInspector, Inspected } from './port.ts'

/** Type by content, then whether it opens. Names and declared types count for nothing. */
export function openInspector(pdfs: PdfThread = openPdfThread()): FileInspector {
  return { inspect: (bytes) => inspect(bytes, pdfs), close: () => pdfs.close() }
}

async function inspect(bytes: Uint8Array, pdfs: PdfThread): Promise<Inspected> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  switch (found?.mime) {
    case 'application/pdf':
      return pdfs.read(bytes)
    case 'image/jpeg':
      return isWholeJpeg(bytes) ? { ok: true, type: 'image/jpeg', pages: 1 } : { ok: false, fault: 'broken' }
    case 'image/png':
      return isWholePng(bytes) ? { ok: true, type: 'image/png', pages: 1 } : { ok: false, fault: 'broken' }
    default:
      return { ok: false, fault: 'type' }
  }
}
