import type { ApplicantKind } from '#case/words.ts'
import { CHANNEL_PHRASES } from './channel-phrases.ts'
import type { Authority } from './tables/authority.table.ts'

/** How an applicant is spoken to in a letter: 你 or 你单位. */
function addresseeKind(kind: string): 'person' | 'organization' {
  return kind === ('natural_person' satisfies ApplicantKind) ? 'person' : 'organization'
}

interface Addressed {
  readonly applicantName: string
  readonly applicantKind: string
  readonly number: string
}

/** What every letter of an authority about a case begins with; plain JSON. */
export function letterHead(authority: Authority, { applicantName, applicantKind, number }: Addressed, { receivedOn, channel }: { readonly receivedOn: string; readonly channel: keyof typeof CHANNEL_PHRASES }) {
  return {
    letterhead: authority.name,
    signer: authority.name,
    self: '本机关',
    addressee: applicantName,
    addresseeKind: addresseeKind(applicantKind),
    caseNumber: number,
    receivedOn,
    channel: CHANNEL_PHRASES[channel],
  }
}
