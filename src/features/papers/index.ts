export { papersOfCase } from './case-papers.ts'
export { papersApi } from './papers.api.ts'
export { papersPages } from './papers.page.tsx'
