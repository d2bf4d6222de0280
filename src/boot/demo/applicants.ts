import { residentIdFault } from '#case/identity/resident-id.ts'
import { creditCodeFault } from '#case/identity/credit-code.ts'
import type { Matter } from './matters.ts'

const NAMES = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']
const CHECKS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** An invented applicant whose numbers carry a right check digit but name no place: they begin with 000000. */
export function applicantFor(matter: Matter, index: number) {
  const letter = NAMES[index % NAMES.length]!
  const person = matter.kind === 'natural_person'
  return {
    applicantKind: matter.kind,
    name: person ? `申请人${letter}` : `某${matter.kind === 'business' ? '公司' : '机构'}${letter}`,
    documentType: person ? ('resident_id' as const) : ('credit_code' as const),
    documentNumber: person ? completed(`00000019${String(60 + (index % 40))}0101${String(index).padStart(3, '0')}`, residentIdFault) : completed(`91000000${String(index).padStart(9, '0')}`, creditCodeFault),
    phone: `000 0000 ${String(1000 + index)}`,
    email: `applicant${index}@example.com`,
    address: `示例市滨河区江北大道${index}号`,
    subject: matter.subject,
    description: matter.description,
    form: 'electronic' as const,
    way: 'email' as const,
  }
}

/** Appends the check character that makes the number right. */
function completed(body: string, fault: (number: string) => string | null): string {
  const number = [...CHECKS].map((check) => body + check).find((candidate) => fault(candidate) === null)
  if (!number) throw new Error(`no check character for ${body}`)
  return number
}
