import { DOCUMENT_TYPES, type DocumentType } from '#case/words.ts'
import type { Personal } from '#store/applicant.ts'

/** The sealed fields with their names, in the order of the application form; what was not given is left out. */
export function personalRows(documentType: string, personal: Personal): { term: string; value: string }[] {
  const rows: [string, string | null][] = [
    [DOCUMENT_TYPES[documentType as DocumentType] ?? '证件号码', personal.documentNumber],
    ['联系人', personal.contactName],
    ['电话', personal.phone],
    ['电子邮箱', personal.email],
    ['通信地址', personal.address],
    ['邮政编码', personal.postcode],
  ]
  return rows.flatMap(([term, value]) => (value === null ? [] : [{ term, value }]))
}
