export { noticePages } from './notices.route.tsx'
