/** Addresses of the public pages that every portal page links to; the app mounts them. */
export const PORTAL = {
  home: { label: '首页', href: '/' },
  apply: { label: '申请公开', href: '/apply' },
  status: { label: '查询进度', href: '/status' },
  guide: { label: '公开指南', href: '/guide' },
  calculators: { label: '期限与费用', href: '/calculators' },
} as const

export type PortalKey = keyof typeof PORTAL

export const PORTAL_FOOT = [
  { label: '公开指南', href: '/guide' },
  { label: '年度报告', href: '/annual-reports' },
  { label: '隐私说明', href: '/privacy' },
  { label: '无障碍声明', href: '/accessibility' },
] as const
