import type { Role } from '#case/roles.ts'
import type { IconName } from './icons.tsx'

/** Rail entries in their order. The label has two characters; the address can be overridden by the page. */
export const RAIL = {
  worklist: { label: '待办', href: '/desk', icon: 'inbox' },
  cases: { label: '案件', href: '/desk/cases', icon: 'cases' },
  intake: { label: '录入', href: '/desk/intake', icon: 'page-add' },
  signoff: { label: '审签', href: '/desk/signoff', icon: 'sign' },
  delivery: { label: '送达', href: '/desk/delivery', icon: 'send' },
  consultation: { label: '征询', href: '/desk/consultations', icon: 'ask' },
  precedents: { label: '案例', href: '/desk/precedents', icon: 'precedents' },
  report: { label: '年报', href: '/desk/annual-report', icon: 'report' },
  calendar: { label: '日历', href: '/desk/calendar', icon: 'calendar' },
  catalogue: { label: '目录', href: '/desk/catalogue', icon: 'catalogue' },
  messages: { label: '消息', href: '/desk/messages', icon: 'mail' },
  accounts: { label: '人员', href: '/desk/accounts', icon: 'user' },
} as const satisfies Record<string, { label: string; href: string; icon: IconName }>

export type RailKey = keyof typeof RAIL

/** Which entries the rail has for these roles, in its order: none that would be refused. */
export function railEntries({ roles }: { readonly roles: readonly Role[] }): RailKey[] {
  const has = (...any: readonly Role[]) => any.some((role) => roles.includes(role))
  const entries: (RailKey | false)[] = [
    'worklist',
    'cases',
    has('window_clerk', 'disclosure_officer') && 'intake',
    has('section_reviewer', 'issuer') && 'signoff',
    has('window_clerk', 'disclosure_officer') && 'delivery',
    'calendar',
    has('disclosure_officer', 'supervisor') && 'catalogue',
    has('system_admin') && 'messages',
  ]
  return entries.filter((entry) => entry !== false)
}
