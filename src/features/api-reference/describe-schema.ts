/** As much of JSON Schema as our document uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
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

type Schemas = Readonly<Record<string, Schema>>

const DEPTH = 4

/** The fields of an object schema as rows, inner fields with dots; references are followed, choices come together in one list. */
export function describeSchema(schema: Schema, schemas: Schemas, prefix = '', depth = 0): SchemaRow[] {
  return fieldsOf(schema, schemas).flatMap(({ name, type, required, text, inner }) => {
    const more = depth < DEPTH ? inner.flatMap((one) => describeSchema(one.schema, schemas, `${prefix}${name}${one.list ? '[]' : ''}.`, depth + 1)) : []
    return [{ name: `${prefix}${name}`, type, required, text }, ...more]
  })
}

interface Field extends SchemaRow {
  readonly inner: readonly { readonly schema: Schema; readonly list: boolean }[]
}

/** A field that only some choices have says for which, and whether they need it; its type names what it is in each of them. */
function fieldsOf(schema: Schema, schemas: Schemas): Field[] {
  const choices = choicesOf(schema, schemas)
  const names = [...new Set(choices.flatMap(({ properties = {} }) => Object.keys(properties)))]
  const tag = names.find((name) => choices.length > 1 && choices.every(({ properties }) => properties?.[name] && constOf(properties[name], schemas) !== undefined))
  return names.map((name) => {
    const having = choices.filter(({ properties }) => properties?.[name])
    const raws = having.map(({ properties }) => properties![name]!)
    const known = raws.map((raw) => follow(raw, schemas))
    const texts = raws.map((raw, index) => raw.description ?? known[index]!.description ?? '')
    const text = name === tag && new Set(texts).size > 1 ? texts.map((one, index) => `${constOf(raws[index]!, schemas)} ${one}`).join('；') : (texts.find((one) => one !== '') ?? '')
    const when = tag === undefined || having.length === choices.length ? '' : `${tag}是${having.map(({ properties }) => constOf(properties![tag]!, schemas)).join('、')}时`
    return {
      name,
      type: [...new Set(known.map((one) => typeOf(one, schemas)))].join(' | '),
      required: having.every(({ required }) => required?.includes(name)),
      text: [when, text].filter((part) => part !== '').join('：'),
      inner: innerOf(known, schemas),
    }
  })
}

/** Objects inside a field; the same one is described once though several choices have it. */
function innerOf(known: readonly Schema[], schemas: Schemas): Field['inner'] {
  const inner = known.flatMap((one) => choicesOf(one, schemas, true).map((choice) => (choice.type === 'array' ? { schema: choice.items ?? {}, list: true } : { schema: choice, list: false })))
  const objects = inner.filter(({ schema }) => choicesOf(schema, schemas).length > 0)
  const seen = new Set<string>()
  return objects.length > 1 && objects.every(({ list }) => !list)
    ? [{ schema: { oneOf: objects.map(({ schema }) => schema) }, list: false }]
    : objects.filter(({ schema }) => seen.size < seen.add(JSON.stringify(schema)).size)
}

/** The objects that a schema may be: itself, or those it chooses from; with `lists`, lists of objects too. */
function choicesOf(schema: Schema, schemas: Schemas, lists = false): Schema[] {
  const known = follow(schema, schemas)
  const either = known.oneOf ?? known.anyOf
  if (either) return either.flatMap((one) => choicesOf(one, schemas, lists))
  return known.properties || (lists && known.type === 'array') ? [known] : []
}

function constOf(schema: Schema, schemas: Schemas): unknown {
  const known = follow(schema, schemas)
  return known.const ?? (known.enum?.length === 1 ? known.enum[0] : undefined)
}

function follow(schema: Schema, schemas: Schemas): Schema {
  const name = schema.$ref?.split('/').at(-1)
  if (name && schemas[name]) return follow(schemas[name], schemas)
  const parts = schema.allOf ?? []
  return parts.length === 0 ? schema : parts.map((part) => follow(part, schemas)).reduce((all, part) => ({ ...all, ...part, properties: { ...all.properties, ...part.properties } }), schema)
}

function typeOf(schema: Schema, schemas: Schemas): string {
  if (schema.enum) return schema.enum.map(String).join(' | ')
  if (schema.const !== undefined) return String(schema.const)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return [...new Set(either.map((one) => typeOf(follow(one, schemas), schemas)))].join(' 或 ')
  if (schema.type === 'array') return `${schema.items ? typeOf(follow(schema.items, schemas), schemas) : ''}[]`
  const type = Array.isArray(schema.type) ? schema.type.join(' 或 ') : String(schema.type ?? 'any')
  return schema.format === undefined ? type : `${type} ${schema.format}`
}
