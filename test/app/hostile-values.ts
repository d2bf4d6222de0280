import { connect } from 'node:net'
import * as fc from 'fast-check'

/** JSON cannot say these as values, only as text: numbers beyond double, and keys that an object literal would swallow. */
const HUGE = '@@huge@@'
const PROTO = '@@proto@@'

/** A value as JSON text, with the two things that `JSON.stringify` cannot write. */
export function asJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(`"${HUGE}"`, '1e999').replaceAll(`"${PROTO}":`, '"__proto__":')
}

export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '', ' ', '\u0000', 'a\u0000b', '\ud800', '\udc00\ud800', 'x\ud83d', '\ufffd', '\ufeff', '\u202eabc', '\u200d', '𠀀', 'x'.repeat(10_000), '字'.repeat(10_000), 'a\u0301'.repeat(5_000),
    "' or 1=1 --", '"; drop table case_file; --', '$1', '%s%n', '\\u0000', '${1+1}', '{{7*7}}', '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '\r\nSet-Cookie: a=b',
    '../../etc/passwd', 'constructor', 'hasOwnProperty', '__proto__', 'NaN', 'null', '-1', '9'.repeat(400), '1e999', '0000-00-00', '2026-02-30', '9999-12-31', '99999-01-01',
  ),
)

const leaf = fc.oneof(hostileText, fc.double(), fc.boolean(), fc.constantFrom(null, HUGE, -0, 2 ** 53, 1.7976931348623157e308, 5e-324, -(2 ** 31) - 1))

/** Anything that JSON can say, the nastier the likelier. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 5 }),
  fc.array(fc.tuple(fc.oneof(hostileText, fc.constant(PROTO)), leaf), { maxLength: 5 }).map((pairs) => Object.fromEntries(pairs)),
  fc.integer({ min: 1, max: 2_000 }).map((depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown),
  fc.integer({ min: 1, max: 2_000 }).map((depth) => JSON.parse('{"a":'.repeat(depth) + '1' + '}'.repeat(depth)) as unknown),
)

/** A good object in which some fields are spoilt, some are left out, and some were never heard of. */
export function spoilt(good: Readonly<Record<string, unknown>>): fc.Arbitrary<Record<string, unknown>> {
  const change = fc.tuple(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...Object.keys(good)) }, hostileText, fc.constant(PROTO)), fc.option(hostileValue, { nil: undefined }))
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => Object.fromEntries([...Object.entries(good), ...changes]))
}

/** Any bytes, as they stand in an address. */
export const hostilePart = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 30 }).map((bytes) => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')),
  fc.constantFrom('%00', '%E0%A4%A', '%', '%%', '%zz', '%ED%A0%80', '%FF', '%2F..%2F', '%252e%252e', '__proto__', 'x'.repeat(3_000), '2026-0001%00', "2026-0001'", '2026-0001%0d%0aX:y', '2026%E2%80%910001'),
)

/** Sends bytes as they are, as no client of a library would, and gives what came back. */
export function raw(url: string, text: string): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(Buffer.from(text, 'latin1')))
    const parts: Buffer[] = []
    socket.on('data', (part: Buffer) => parts.push(part))
    socket.on('close', () => done(Buffer.concat(parts).toString('utf8')))
    socket.on('error', fail)
  })
}

/** One HTTP/1.1 request that ends its connection. */
export function request(line: string, headers: readonly string[] = [], body = ''): string {
  return `${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers.map((header) => `${header}\r\n`).join('')}\r\n${body}`
}
