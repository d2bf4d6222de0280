import { parentPort } from 'node:worker_threads'
import { readPdf } from './pdf.ts'

/** Entry of the thread that opens PDFs: bytes in, what they are out. */
parentPort!.on('message', (bytes: Uint8Array) => {
  void readPdf(bytes).then((found) => parentPort!.postMessage(found))
})
