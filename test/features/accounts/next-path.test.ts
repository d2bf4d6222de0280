import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AFTER_SIGN_IN, ownPath } from '#features/accounts/next-path.ts'

describe('the page to go to after signing in', () => {
  test.each(['/desk', '/desk/cases?q=a&page=2', '/desk/cases/2026-0159', '/?x=//evil.test', '/a//b'])('keeps %s', (path) => {
    expect(ownPath(path)).toBe(path)
  })

  test.each([
    undefined, '', 'desk', 'https://evil.test/', '//evil.test', '///evil.test', '/\\evil.test', '\\\\evil.test', '/\t/evil.test', '/\n/evil.test',
    '/x/..//evil.test', '/.//evil.test', 'javascript:alert(1)', ' /desk', `/${'x'.repeat(2001)}`,
  ])('sends %j to the desk', (text) => {
    expect(ownPath(text)).toBe(AFTER_SIGN_IN)
  })

  test('whatever was asked for, a browser stays on our site', () => {
    const parts = fc.constantFrom('/', '\\', '.', '..', '\t', '\n', '@', ':', '?', '#', 'evil.test', 'https:', '%2f', '%5c', 'desk')
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 10 }), (pieces) => {
        const url = new URL(ownPath(pieces.join('')), 'https://own.test/signin')
        expect(url.origin).toBe('https://own.test')
      }),
      { numRuns: 5000 },
    )
  })
})
