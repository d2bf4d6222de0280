/** Where a case stands (product.md §2). The order is the way of a case. */
export const STATUSES = {
  registered: '登记',
  accepted: '待分办',
  in_progress: '办理',
  drafting: '拟稿',
  section_review: '科室审核',
  awaiting_issue: '待签发',
  issued: '待送达',
  delivered: '已送达',
  archived: '已归档',
} as const
export type Status = keyof typeof STATUSES

/** A case is open until its reply has been delivered (law.md §12.3.8). */
export function isOpen(status: Status): boolean {
  return status !== 'delivered' && status !== 'archived'
}
