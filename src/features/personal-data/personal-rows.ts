import { DOCUMENT_TYPES, type DocumentType } from '#case/words.ts'
import type { Agent, Personal } from '#store/applicant.ts'

/** The sealed fields with their names, in the order of the application form; what was not given is left out. */
export function personalRows(documentType: string, personal: Personal): { term: string; value: string }[] {
  const rows: [string, string | null][] = [
    [documentName(documentType), personal.documentNumber],
    ['联系人', personal.contactName],
    ['电话', personal.phone],
    ['电子邮箱', personal.email],
    ['通信地址', personal.address],
    ['邮政编码', personal.postcode],
    ...agentRows(personal.agent),
  ]
  return rows.flatMap(([term, value]) => (value === null ? [] : [{ term, value }]))
}

function agentRows(agent: Agent | null): [string, string][] {
  if (agent === null) return []
  return [['代理人', agent.name], [`代理人的${documentName(agent.documentType)}`, agent.documentNumber], ['代理人电话', agent.phone]]
}

function documentName(type: string): string {
  return DOCUMENT_TYPES[type as DocumentType] ?? '证件号码'
}
