/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { casePath } from '#features/desk/index.ts'
import { art } from '#law/citation.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { StaffCtx } from '#store/context.ts'
import { Cite } from '#ui/cite.tsx'
import { Panel } from '#ui/panel.tsx'
import { CaseLine } from './case-line.tsx'
import { RELATIONS } from './link.schema.ts'
import { monthName } from './month-words.ts'
import { similarOfTyped, type SimilarView, type Typed } from './similar-view.ts'

/** The right column of the window: possible duplicates of what is being typed, and the month's count. Duplicates never block. */
export async function SimilarPanel({ ctx, typed }: { ctx: StaffCtx; typed: Typed }) {
  const view = await similarOfTyped(ctx, typed)
  const { alike, rule } = view
  return (
    <div class="zx-stack" data-say={[alike.length > 0 && `可能重复${alike.length}件`, rule?.text].filter(Boolean).join('，') || undefined}>
      {alike.length > 0 && (
        <Panel title={`可能重复，${alike.length}件`} edge="amber">
          <Alike ctx={ctx} view={view} />
          <p class="zx-meta">照常登记，不拒收。是不是重复申请，由承办人审查时判断 <Cite of={art('711', 36, undefined, 6)} /></p>
        </Panel>
      )}
      <Panel title="本月累计">
        {rule === null ? <p class="zx-meta">证件号码填好后，这里写是这位申请人本月的第几件。</p> : <MonthCount ctx={ctx} view={view} receivedOn={typed.receivedOn} />}
      </Panel>
    </div>
  )
}

/** The same on the page of a case, with its links. */
export function SimilarCasesPanel({ ctx, view, number, receivedOn, mayLink }: { ctx: StaffCtx; view: SimilarView; number: string; receivedOn: CivilDate; mayLink: boolean }) {
  const { alike, links } = view
  return (
    <Panel title="累计和相近的申请" end={mayLink && <a href={casePath(number, 'link')}>关联别的案件</a>}>
      <MonthCount ctx={ctx} view={view} receivedOn={receivedOn} />
      {links.length > 0 && (
        <>
          <h3 class="zx-same-title">已经关联</h3>
          <ul class="zx-same">
            {links.map(({ other, relation, note, subject, statusName }) => (
              <li>
                <p>{subject === null ? other : <a href={casePath(other)}>{other}</a>} {subject}</p>
                <p class="zx-meta">{[RELATIONS[relation], statusName, note].filter(Boolean).join('，')}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {alike.length > 0 && <><h3 class="zx-same-title">内容相近，{alike.length}件</h3><Alike ctx={ctx} view={view} {...(mayLink ? { linkFrom: number } : {})} /></>}
    </Panel>
  )
}

function Alike({ ctx, view: { alike, words, links }, linkFrom }: { ctx: StaffCtx; view: SimilarView; linkFrom?: string }) {
  const linked = new Set(links.map(({ other }) => other))
  return (
    <ul class="zx-same">
      {alike.map(({ loaded, score, sameApplicant }) => {
        const { number } = loaded.row
        const offer = linkFrom !== undefined && !linked.has(number)
        const href = `${casePath(linkFrom ?? '', 'link')}?other=${number}&relation=${sameApplicant ? 'repeated' : 'similar'}`
        return (
          <CaseLine ctx={ctx} loaded={loaded} words={words} end={<>{offer && <a href={href}>关联</a>}　<b>像 {Math.round(score * 100)}%</b></>}>
            {sameApplicant ? '同一证件号，' : '不同申请人，'}
          </CaseLine>
        )
      })}
    </ul>
  )
}

/** 同一证件号，11月第31件… with the applicant's other cases, newest first. */
function MonthCount({ ctx, view: { ordinal, counted, rule, others }, receivedOn }: { ctx: StaffCtx; view: SimilarView; receivedOn: CivilDate }) {
  if (rule === null || others === null) return <p class="zx-meta">这位申请人的证件号码没有留存，不能累计。</p>
  const gap = ordinal !== null && ordinal !== counted && <p class="zx-meta">登记时是第{ordinal}件，并回的不再计入</p>
  return (
    <>
      <p>同一证件号，{rule.text} <Cite of={rule.cite} /></p>
      {gap}
      {others.cases.length > 0 && (
        <details class="zx-same-more">
          <summary>这位申请人的别的申请：{monthName(receivedOn, ctx.today)}{others.inMonth}件，全年{others.inYear}件</summary>
          <ul class="zx-same">{others.cases.map((loaded) => <CaseLine ctx={ctx} loaded={loaded} />)}</ul>
          {others.cases.length < others.inYear && <p class="zx-meta">只列最近{others.cases.length}件您能看到的</p>}
        </details>
      )}
    </>
  )
}
