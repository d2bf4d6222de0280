export { overduePendingReceipts } from './overdue.ts'
export { pendingApi } from './pending.api.ts'
export { pendingPages } from './pending.route.tsx'
