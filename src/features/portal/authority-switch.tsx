/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Authority } from '#store/tables/authority.table.ts'
import { hrefAt, type Authorities } from './chosen-authority.ts'

/** More than these stand in the list below alone. */
const FEW = 6

/** Whose page this is, and the way to the others; nothing where there is only one authority. */
export function AuthoritySwitch({ path, of: { chosen, all } }: { path: string; of: Authorities }) {
  if (all.length < 2) return null
  return (
    <nav class="zx-switch no-print" aria-label="选择机关">
      <ul>
        {(all.length <= FEW ? all : [chosen]).map((one) => <li><SwitchLink path={path} one={one} chosen={chosen} /></li>)}
        {all.length > FEW && <li><a href="#branches">换一个机关</a></li>}
      </ul>
    </nav>
  )
}

function SwitchLink({ path, one, chosen }: { path: string; one: Authority; chosen: Authority }) {
  return <a href={hrefAt(path, one)} aria-current={one.id === chosen.id ? 'true' : undefined} title={one.name}>{one.shortName}</a>
}
