export { statusApi } from './status.api.ts'
export { statusPages } from './status.route.tsx'
