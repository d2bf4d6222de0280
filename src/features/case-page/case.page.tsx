/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import { SupplementsPanel } from '#features/correction/index.ts'
import { casePath, CaseTop, deskPage, doneSentence, staffCtx } from '#features/desk/index.ts'
import { papersOfCase } from '#features/papers/index.ts'
import { messagesOfCase } from '#features/messages/index.ts'
import { isRegistrar, signedFormMissing, SignedFormNotice } from '#features/intake/index.ts'
import { SimilarCasesPanel, similarOfCase } from '#features/similar/index.ts'
import { SiblingsPanel } from '#features/split/index.ts'
import { neighboursOf, type Neighbours } from '#features/worklist/index.ts'
import type { WebEnv } from '#store/web-env.ts'
import { ClockPanel } from '#ui/clock/index.ts'
import { KeyHint } from '#ui/key-hint.tsx'
import { Columns, Stack } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { ActionsPanel } from './actions-panel.tsx'
import { commandStates } from './command-states.ts'
import { DecisionPanel } from './decision-panel.tsx'
import { openDossier } from './dossier.ts'
import { chainSentence, HistoryPanel } from './history-panel.tsx'
import { LettersPanel } from './letters-panel.tsx'
import { PapersPanel } from './papers-panel.tsx'
import { MessagesPanel } from './messages-panel.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { RequestPanel } from './request-panel.tsx'

/** One case: where its clock stands and why, what it is about, what can be done now, and what has happened. */
export async function casePage(c: Context<WebEnv, '/desk/cases/:number'>): Promise<Response> {
  const ctx = staffCtx(c)
  const dossier = await openDossier(ctx, c.req.param('number'))
  const { view, letters, chain } = dossier
  const { number } = view.row
  const papers = await papersOfCase(ctx, view)
  const commands = commandStates(ctx.actor, view.state, ctx.today)
  const done = doneSentence(c.req.query('done') ?? '', view.state)
  return deskPage(c, ctx, {
    title: `案件${number}`,
    context: <Around {...await neighboursOf(ctx, view.row)} />,
    current: 'cases',
    children: (
      <>
        {done !== null && <Notice tone="green" title={done} live />}
        {chain.fault !== null && <Notice tone="red" title={chainSentence(chain)} />}
        {signedFormMissing(view.row.channel, view.events) && <SignedFormNotice number={number} csrf={isRegistrar(ctx.actor) ? c.get('csrfToken') : null} />}
        <CaseTop view={view} today={ctx.today} />
        <ClockPanel clock={view.clock} today={ctx.today} dayTableHref={casePath(number, 'days')} sheetHref={casePath(number, 'days')} />
        <Columns kind="case">
          <Stack>
            <RequestPanel dossier={dossier} mayOpen={commands.some(({ command, allowed }) => command === 'open_personal_data' && allowed)} />
            <SiblingsPanel ctx={ctx} view={view} />
            <SimilarCasesPanel ctx={ctx} view={await similarOfCase(ctx, view)} number={number} receivedOn={view.row.receivedOn} mayLink={commands.some(({ command, allowed }) => command === 'link' && allowed)} />
            <SupplementsPanel ctx={ctx} view={view} papers={papers} />
            <DecisionPanel state={view.state} />
            <LettersPanel number={number} letters={letters} delivered={view.state.delivery === null ? null : (view.state.reply?.letterId ?? null)} today={ctx.today} />
            <PapersPanel number={number} papers={papers} mayAttach={commands.some(({ command, allowed }) => command === 'attach' && allowed)} today={ctx.today} />
          </Stack>
          <Stack as="aside">
            <ActionsPanel view={view} commands={commands} csrf={c.get('csrfToken')} />
            <PeoplePanel view={view} />
            <MessagesPanel rows={await messagesOfCase(ctx.db, view.row.id)} today={ctx.today} />
            <HistoryPanel view={view} chain={chain} all={c.req.query('history') === 'all'} today={ctx.today} />
          </Stack>
        </Columns>
      </>
    ),
  })
}

function Around({ previous, next }: Neighbours) {
  return (
    <>
      <a href="/desk">返回待办</a>
      {next !== null && <a href={casePath(next)} data-key="j"><KeyHint keys="J" label="下一件" /></a>}
      {previous !== null && <a href={casePath(previous)} data-key="k"><KeyHint keys="K" label="上一件" /></a>}
    </>
  )
}
