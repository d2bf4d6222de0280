/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { STATUSES } from '#case/status.ts'
import { APPLICANT_KINDS } from '#case/words.ts'
import type { Unit } from '#store/tables/authority.table.ts'
import { Button } from '#ui/button.tsx'
import { HiddenField } from '#ui/form/index.ts'
import { RECEIVED, type ListQuery } from './list-address.ts'

interface ListFiltersProps {
  readonly path: string
  readonly query: ListQuery
  readonly units: readonly Unit[]
}

/** 环节 承办单位 申请人类别 收到日: a GET form, so that every view of the list has an address. */
export function ListFilters({ path, query, units }: ListFiltersProps) {
  const kept = (['clock', 'open', 'q'] as const).flatMap((name) => (query[name] === undefined ? [] : [{ name, value: query[name] }]))
  return (
    <form class="zx-chips-end" action={path} method="get">
      {kept.map(({ name, value }) => <HiddenField name={name} value={value} />)}
      <Filter name="status" label="环节" all="全部" value={query.status} options={Object.entries(STATUSES)} />
      <Filter name="unit" label="承办单位" all="全部" value={query.unit} options={units.map(({ id, name }) => [id, name])} />
      <Filter name="kind" label="申请人类别" all="全部" value={query.kind} options={Object.entries(APPLICANT_KINDS)} />
      <Filter name="received" label="收到日" all="不限" value={query.received} options={Object.entries(RECEIVED)} />
      <Button>筛选</Button>
    </form>
  )
}

interface FilterProps {
  readonly name: string
  readonly label: string
  readonly all: string
  readonly value: string | undefined
  readonly options: readonly (readonly [string, string])[]
}

function Filter({ name, label, all, value, options }: FilterProps) {
  return (
    <select class="form-select" name={name} aria-label={label}>
      <option value="">{label}：{all}</option>
      {options.map(([key, text]) => <option value={key} selected={key === value}>{key === value ? `${label}：${text}` : text}</option>)}
    </select>
  )
}
