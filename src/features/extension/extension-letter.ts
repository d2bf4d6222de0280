import type { Notice } from '#features/letters/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { EXTENSION_LIMIT } from '#law/disclosure-regulation/art33-time-limit.ts'
import { entryAt } from '#law/parameter.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import type { ExtendDeadline } from './extend.schema.ts'

/** What the extension does to the last day; null while opinions are awaited: then the letter says how many days, not which day. */
interface Days {
  readonly oldDueOn: CivilDate | null
  readonly newDueOn: CivilDate | null
  readonly provisional: boolean
}

/** 延长答复期限告知书 as the template `extension-notice` takes it. */
export function extensionNotice(authority: Authority, lawAsOf: CivilDate, { reason, days }: ExtendDeadline, dates: Days): Notice {
  const ground = entryAt(EXTENSION_LIMIT, lawAsOf)!.cite
  return {
    code: 'extension-notice',
    title: '延长答复期限告知书',
    grounds: ground ? [ground] : [],
    own: { office: authority.officeName, reason, days, ...dates },
  }
}
