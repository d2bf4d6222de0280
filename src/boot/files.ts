import { join, resolve } from 'node:path'
import type { Config } from '#platform/config.ts'
import { clamdScanner, readClamdAddress } from '#platform/files/clamd.ts'
import { openInspector } from '#platform/files/inspect.ts'
import type { Files, FileStorage } from '#platform/files/port.ts'
import { openFolder } from '#platform/storage/folder.ts'
import { openS3 } from '#platform/storage/s3.ts'

/** Where the papers lie and how they are checked, as configured. */
export async function openFiles(config: Config): Promise<Files> {
  const address = config.ZHIXI_CLAMD === undefined ? null : readClamdAddress(config.ZHIXI_CLAMD)
  return {
    storage: await openStorage(config),
    inspector: openInspector(),
    scanner: address === null ? null : clamdScanner(address),
  }
}

function openStorage(config: Config): Promise<FileStorage> | FileStorage {
  const { ZHIXI_S3_ENDPOINT: endpoint, ZHIXI_S3_BUCKET: bucket, ZHIXI_S3_REGION: region, ZHIXI_S3_KEY_ID: keyId, ZHIXI_S3_SECRET: secret } = config
  if (endpoint === undefined) return openFolder(config.ZHIXI_FILES ?? join(resolve(config.ZHIXI_DATA), 'files'))
  return openS3({ endpoint, bucket: bucket!, region, keyId: keyId!, secret: secret! })
}
