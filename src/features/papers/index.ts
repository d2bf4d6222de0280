export { papersApi } from './papers.api.ts'
export { papersPages } from './papers.page.tsx'
