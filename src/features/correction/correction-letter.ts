import type { Notice } from '#features/letters/index.ts'
import { correctionArticle } from '#law/disclosure-regulation/art30-correction.ts'
import { answerLimit } from '#law/disclosure-regulation/art33-time-limit.ts'
import { REGULATION_2019_FROM } from '#law/disclosure-regulation/version.ts'
import type { LoadedCase } from '#store/case-store.ts'
import type { Ctx } from '#store/context.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import type { RequestCorrection } from './request-correction.schema.ts'

/** 补正告知书 as the template `correction-notice` takes it. */
export function correctionNotice({ publicUrl }: Pick<Ctx, 'publicUrl'>, authority: Authority, { row, state: { lawAsOf } }: LoadedCase, input: RequestCorrection): Notice {
  return {
    code: 'correction-notice',
    title: '补正告知书',
    grounds: [correctionArticle(lawAsOf)],
    own: {
      items: input.items,
      guidance: input.guidance,
      respondBy: input.respondBy,
      answerDays: answerLimit(lawAsOf).days,
      lapses: lawAsOf >= REGULATION_2019_FROM,
      office: authority.officeName,
      address: authority.address,
      statusUrl: `${publicUrl}/status?number=${row.number}`,
    },
  }
}
