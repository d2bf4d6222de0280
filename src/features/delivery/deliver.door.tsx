/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Service, Way } from '#case/words.ts'
import { SERVICES, WAYS } from '#case/words.ts'
import { art } from '#law/citation.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import type { CommandDoor, FormProps } from '#features/desk/index.ts'
import { readDate } from '#platform/validation/date.ts'
import { applicationOf } from '#store/application.ts'
import { NextHandler } from '#ui/actions.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { DateField, errorOf, Radios, TextField } from '#ui/form/index.ts'
import { Panel } from '#ui/panel.tsx'
import { deliver } from './deliver.ts'
import { DeliverReply } from './deliver.schema.ts'

/** Which day counts, and what proves it (国办公开办函〔2016〕235号 四). */
const HELP: Record<Service, string> = {
  direct: '签收当日为准；凭据写签收人姓名',
  post: '交邮当日为准，须交邮政企业；凭据写EMS单号',
  electronic: '电子答复进入申请人系统的当日为准；凭据写系统名称，例如电子邮件、政务服务平台',
}

/** How the applicant asked to be served, as the way it is recorded. */
const SERVICE_OF: Record<Way, Service> = { post: 'post', pickup: 'direct', on_site: 'direct', email: 'electronic' }

function Fields({ values, errors }: FormProps) {
  const on = readDate(values['on'] ?? '')
  return (
    <>
      <Radios
        name="service"
        label="送达方式"
        value={values['service'] ?? ''}
        error={errorOf(errors, 'service')}
        options={Object.entries(SERVICES).map(([value, label]) => ({ value, label, hint: HELP[value as Service] }))}
      />
      <DateField
        name="on"
        label="送达日期"
        help="签收、交邮或者进入对方系统的那一天，不是登记的这一天"
        value={values['on'] ?? ''}
        readBack={on === null ? '' : formatDateWithWeekday(on)}
        error={errorOf(errors, 'on')}
        width="half"
      />
      <TextField name="evidence" label="送达凭据" help="签收人姓名、EMS单号，或者系统名称" value={values['evidence'] ?? ''} error={errorOf(errors, 'evidence')} autocomplete="off" />
    </>
  )
}

async function Aside({ ctx, view }: FormProps) {
  const { reply } = view.state
  const { delivery } = await applicationOf(ctx.db, view.row.applicationId)
  return (
    <>
      <Panel title="要送的文书">
        <DefinitionList
          items={[
            { term: '文号', value: reply?.documentNumber ?? '还没有签发' },
            reply !== null && { term: '签发', value: formatDateWithWeekday(reply.issuedOn) },
            { term: '申请人要', value: WAYS[delivery as Way] ?? delivery },
          ]}
        />
      </Panel>
      <NextHandler lead="登记后交给" who="公开办归档" detail="送达日期一登记，答复期限就到此为止。" />
    </>
  )
}

/** 登记送达 as page and JSON route. */
export const deliverDoor: CommandDoor<typeof DeliverReply> = {
  command: 'deliver',
  page: 'deliver',
  route: 'delivery',
  schema: DeliverReply,
  button: '登记送达',
  about: '答复书怎么送的、哪天、凭什么证明',
  cite: art('letter235', 4),
  labels: { service: '送达方式', on: '送达日期', evidence: '送达凭据' },
  words: (name, value) => (name === 'service' ? (SERVICES[value as Service] ?? null) : value),
  mends: { 'delivery/before-issue': 'on', 'delivery/in-future': 'on' },
  run: (ctx, target, input) => deliver(ctx, target, input),
  fields: (props) => <Fields {...props} />,
  aside: (props) => <Aside {...props} />,
  async initial(ctx, view) {
    const { delivery } = await applicationOf(ctx.db, view.row.applicationId)
    const service = SERVICE_OF[delivery as Way]
    return { on: ctx.today, ...(service === undefined ? {} : { service }) }
  },
}
