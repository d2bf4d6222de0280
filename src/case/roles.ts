/** Roles of product.md §1. One account may hold several; separation of duties is checked per case. */
export const ROLES = {
  window_clerk: '窗口人员',
  disclosure_officer: '公开办经办人',
  handler: '承办人',
  section_reviewer: '科室负责人',
  legal_reviewer: '法制审核',
  secrecy_reviewer: '保密审查',
  issuer: '签发人',
  case_editor: '案例编审',
  supervisor: '监督',
  system_admin: '系统管理员',
  security_admin: '安全管理员',
  audit_admin: '审计管理员',
} as const

export type Role = keyof typeof ROLES

export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text)
}
