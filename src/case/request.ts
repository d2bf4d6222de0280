import type { CaseState } from './state.ts'

/** What a case asks for: its part where the application was split into several cases (一事一申请), else all that was written. */
export function requestOf({ part }: Pick<CaseState, 'part'>, { description }: { readonly description: string }): string {
  return part ?? description
}
