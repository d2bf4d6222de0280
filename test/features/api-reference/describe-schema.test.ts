import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { describeSchema, type Schema } from '#features/api-reference/describe-schema.ts'

const rowsOf = (schema: z.ZodType, schemas: Record<string, Schema> = {}) => describeSchema(z.toJSONSchema(schema, { io: 'input' }) as Schema, schemas)
const row = (name: string, type: string, required: boolean, text = '') => ({ name, type, required, text })

describe('the rows of a schema', () => {
  test('name field, type with its format, whether it is needed, and what it means', () => {
    const schema = z.object({ on: z.iso.date().describe('哪天'), pages: z.int().optional(), kind: z.enum(['a', 'b']), gone: z.string().nullable() })
    expect(rowsOf(schema)).toEqual([row('on', 'string date', true, '哪天'), row('pages', 'integer', false), row('kind', 'a | b', true), row('gone', 'string 或 null', true)])
  })

  test('go into objects, lists, and objects that may be null', () => {
    const inner = z.object({ text: z.string() })
    expect(rowsOf(z.object({ one: inner, many: z.array(inner), none: inner.nullable() })).map(({ name }) => name)).toEqual(['one', 'one.text', 'many', 'many[].text', 'none', 'none.text'])
  })

  test('follow references and what is put together of several', () => {
    const schemas: Record<string, Schema> = { Day: { type: 'object', properties: { date: { type: 'string' } }, required: ['date'] } }
    expect(describeSchema({ type: 'object', properties: { day: { $ref: '#/components/schemas/Day', description: '日子' } } }, schemas)).toEqual([row('day', 'object', false, '日子'), row('day.date', 'string', true)])
    expect(describeSchema({ allOf: [{ properties: { a: { type: 'string' } } }, { properties: { b: { type: 'string' } } }] }, {}).map(({ name }) => name)).toEqual(['a', 'b'])
  })

  test('bring the choices of a body together: what only some have says for which', () => {
    const fee = z.discriminatedUnion('basis', [
      z.object({ basis: z.literal('per_case').describe('按件'), on: z.string(), ordinal: z.int().describe('第几件') }),
      z.object({ basis: z.literal('per_page').describe('按量'), on: z.string(), pages: z.int().optional() }),
    ])
    const rows = [
      row('basis', 'per_case | per_page', true, 'per_case 按件；per_page 按量'), row('on', 'string', true),
      row('ordinal', 'integer', true, 'basis是per_case时：第几件'), row('pages', 'integer', false, 'basis是per_page时'),
    ]
    expect(rowsOf(fee)).toEqual(rows)
    expect(rowsOf(z.object({ fees: z.array(fee) })).slice(1)).toEqual(rows.map((one) => ({ ...one, name: `fees[].${one.name}` })))
    expect(rowsOf(z.object({ fee })).slice(1)).toEqual(rows.map((one) => ({ ...one, name: `fee.${one.name}` })))
  })

  test('end with a schema that holds itself', () => {
    const schemas: Record<string, Schema> = { Part: { type: 'object', properties: { part: { $ref: '#/components/schemas/Part' } } } }
    expect(describeSchema({ $ref: '#/components/schemas/Part' }, schemas).at(-1)!.name).toBe('part.part.part.part.part')
  })
})
