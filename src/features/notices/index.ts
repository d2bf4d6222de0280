export { noticePages } from './notices.route.tsx'
export { tellOffice } from './tell-office.ts'
