import { today, type Clock } from '#platform/clock.ts'
import { REASONS, PARTS } from '#src/boot/demo/replies.ts'
import { Api, signedIn, type Answer } from './client.ts'

/** The steps of a case after registration, in their order. */
export const STEPS = ['accept', 'assign', 'decide', 'draft', 'submit', 'approve', 'issue', 'deliver', 'archive'] as const
export type Step = (typeof STEPS)[number]

type Does = (office: Office, number: string) => Promise<Answer>

/** Who takes which step of a case of 市局, through the JSON API. */
const WAY: Readonly<Record<Step, Does>> = {
  accept: async (office, number) => (await office.as('gongkai')).post(`/cases/${number}/accept`),
  assign: async (office, number) => (await office.as('gongkai')).post(`/cases/${number}/assign`, { handlerId: await office.handlerId('承办人甲') }),
  decide: async (office, number) => (await office.as('chengban')).post(`/cases/${number}/decision`, { decision: 'granted', reason: REASONS.granted }),
  draft: async (office, number) => (await office.as('chengban')).send('PUT', `/cases/${number}/draft`, { requestText: '烟花爆竹运输许可的办理指南。', ...PARTS.granted }),
  submit: async (office, number) => (await office.as('chengban')).post(`/cases/${number}/draft/submit`),
  approve: async (office, number) => (await office.as('keshi')).post(`/cases/${number}/review`, { action: 'approve' }),
  issue: async (office, number) => (await office.as('qianfa')).post(`/cases/${number}/issue`),
  deliver: async (office, number) => {
    const clerk = await office.as('gongkai')
    return clerk.post(`/cases/${number}/delivery`, { service: 'direct', on: today(office.clock), evidence: '申请人当面签收' })
  },
  archive: async (office, number) => (await office.as('gongkai')).post(`/cases/${number}/archive`),
}

/** The demonstration's staff, each signed in when first needed. */
export class Office {
  private readonly people = new Map<string, Promise<Api>>()
  constructor(
    private readonly at: string,
    readonly clock: Clock,
  ) {}

  as(username: string): Promise<Api> {
    const known = this.people.get(username) ?? signedIn(this.at, username)
    this.people.set(username, known)
    return known
  }

  async handlerId(name: string): Promise<string> {
    const { body } = await (await this.as('gongkai')).get<{ handlers: { id: string; name: string }[] }>('/handlers')
    const found = body.handlers.find((one) => one.name === name)
    if (!found) throw new Error(`no handler ${name}`)
    return found.id
  }

  /** One step by the person whose step it is. */
  step(step: Step, number: string): Promise<Answer> {
    return WAY[step](this, number)
  }

  /** Every step up to and with `last`. */
  async carry(number: string, last: Step): Promise<void> {
    for (const step of STEPS.slice(0, STEPS.indexOf(last) + 1)) {
      const answer = await this.step(step, number)
      if (answer.status !== 200) throw new Error(`${step} of ${number}: ${answer.text}`)
    }
  }
}
