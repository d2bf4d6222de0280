/** As much of JSON Schema as our document uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Record<string, Schema>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly description?: string
}

export interface SchemaRow {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly text: string
}

const DEPTH = 4

/** The fields of an object schema as rows, inner fields with dots; references are followed. */
export function describeSchema(schema: Schema, schemas: Record<string, Schema>, prefix = '', depth = 0): SchemaRow[] {
  const known = follow(schema, schemas)
  return Object.entries(known.properties ?? {}).flatMap(([name, raw]) => {
    const field = follow(raw, schemas)
    const inner = field.type === 'array' && field.items ? follow(field.items, schemas) : field
    const full = `${prefix}${name}`
    const row = { name: full, type: typeOf(field, schemas), required: known.required?.includes(name) === true, text: raw.description ?? field.description ?? '' }
    const more = depth < DEPTH && inner.properties ? describeSchema(inner, schemas, `${full}${field.type === 'array' ? '[]' : ''}.`, depth + 1) : []
    return [row, ...more]
  })
}

function follow(schema: Schema, schemas: Record<string, Schema>): Schema {
  const name = schema.$ref?.split('/').at(-1)
  if (name && schemas[name]) return follow(schemas[name], schemas)
  const parts = schema.allOf ?? []
  return parts.length === 0 ? schema : parts.map((part) => follow(part, schemas)).reduce((all, part) => ({ ...all, ...part, properties: { ...all.properties, ...part.properties } }), schema)
}

function typeOf(schema: Schema, schemas: Record<string, Schema>): string {
  if (schema.enum) return schema.enum.map(String).join(' · ')
  if (schema.const !== undefined) return String(schema.const)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return [...new Set(either.map((one) => typeOf(follow(one, schemas), schemas)))].join(' 或 ')
  if (schema.type === 'array') return `${schema.items ? typeOf(follow(schema.items, schemas), schemas) : ''}[]`
  return Array.isArray(schema.type) ? schema.type.join(' 或 ') : String(schema.type ?? 'any')
}
