import type { FileType } from '#platform/files/port.ts'

/** 材料种类: what a paper is there for. */
export const UPLOAD_PURPOSES = {
  authorisation: '授权委托书',
  identity: '身份证明',
  scan: '申请书扫描件',
  supplement: '补充材料',
  release: '拟公开的文件',
} as const
export type UploadPurpose = keyof typeof UPLOAD_PURPOSES

export function isUploadPurpose(text: string): text is UploadPurpose {
  return Object.hasOwn(UPLOAD_PURPOSES, text)
}

/**
 * To whom a paper belongs. `draft` is anything that is still being filled in (of an application its `Draft.name`): such papers go
 * a day after they came, or with their saved draft. `pending` is an arrival that waits for 确认收到, `supplement` a correction,
 * `case` the id of the case: from there a paper does not go away.
 */
export interface UploadOwner {
  readonly kind: 'draft' | 'pending' | 'supplement' | 'case'
  readonly id: string
}

export const TYPE_WORDS: Record<FileType, string> = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG图片', 'image/png': 'PNG图片' }

/** For the `accept` of a file input: with MIME types telephones hand over JPEG instead of their own formats. */
export const ACCEPTED_TYPES = Object.keys(TYPE_WORDS).join(',')

const MB = 1024 * 1024
export const LIMITS = { bytes: 20 * MB, pages: 200, filesPerField: 20 } as const

export const LIMITS_SENTENCE = `PDF、JPEG、PNG文件，每个最多${LIMITS.bytes / MB}MB、${LIMITS.pages}页，最多${LIMITS.filesPerField}个。`

/** 1.2MB, 340KB. */
export function sizeText(bytes: number): string {
  return bytes >= MB ? `${(Math.ceil((bytes / MB) * 10) / 10).toFixed(1)}MB` : `${Math.ceil(bytes / 1024)}KB`
}
