import { parentPort, workerData } from 'node:worker_threads'
import { nodeTableReader } from './node-table-reader.ts'

/** Entry of the thread that reads one file and ends. */
const { bytes } = workerData as { readonly bytes: Uint8Array }
parentPort?.postMessage(await nodeTableReader.read(bytes))
