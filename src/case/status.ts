/** Where a case stands (product.md §2). The order is the way of a case. */
export const STATUSES = {
  registered: '登记',
  awaiting_correction: '待补正',
  accepted: '待分办',
  in_progress: '办理',
  drafting: '拟稿',
  awaiting_payment: '待缴费',
  section_review: '科室审核',
  awaiting_issue: '待签发',
  issued: '待送达',
  delivered: '已送达',
  archived: '已归档',
  withdrawn: '已撤回',
  joined: '已并回',
} as const
export type Status = keyof typeof STATUSES

const CLOSED: ReadonlySet<Status> = new Set(['delivered', 'archived', 'withdrawn', 'joined'])

/** A case is open until its reply has been delivered, it is withdrawn, or it is joined into another (law.md §12.3.8–9). */
export function isOpen(status: Status): boolean {
  return !CLOSED.has(status)
}
