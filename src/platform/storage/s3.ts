import { AwsClient } from 'aws4fetch'
import type { FileStorage } from '../files/port.ts'

/** A bucket of anything that speaks S3, addressed by path (`endpoint/bucket/name`). */
export interface S3Options {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

const TRIES = 3
const SECONDS = 30

/** Files as objects of a bucket. Requests are signed (AWS Signature 4) and limited in time; a busy server is asked again. */
export function openS3({ endpoint, bucket, region, keyId, secret }: S3Options): FileStorage {
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3', retries: TRIES - 1 })
  const send = async (method: 'PUT' | 'GET' | 'DELETE', name: string, body?: Uint8Array<ArrayBuffer>) => {
    const answer = await client.fetch(`${endpoint.replace(/\/+$/, '')}/${bucket}/files/${name}`, {
      method,
      signal: AbortSignal.timeout(SECONDS * 1000),
      redirect: 'error',
      ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/octet-stream' } }),
    })
    if (answer.ok || (answer.status === 404 && method !== 'PUT')) return answer
    // The body of the answer may repeat what was sent.
    await answer.body?.cancel()
    throw new Error(`S3 ${method}: ${answer.status}`)
  }
  return {
    async put(name, bytes) {
      const answer = await send('PUT', name, new Uint8Array(bytes))
      await answer.body?.cancel()
    },
    async get(name) {
      const answer = await send('GET', name)
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer())
      const text = await answer.text()
      if (text.includes('NoSuchBucket')) throw new Error('S3 GET: no such bucket')
      return null
    },
    async erase(name) {
      const answer = await send('DELETE', name)
      await answer.body?.cancel()
    },
  }
}
