import { formatDate, type CivilDate } from '#law/civil-date.ts'
import { groundOf } from '#law/disclosure-regulation/decision-kind.ts'
import type { Delivery, ImportedLine } from './imported-line.ts'
import type { LineReader } from './line-reader.ts'
import { AS_REPLIED } from './mapping.ts'
import { decisionNames, decisionOf } from './words.ts'

type End = Pick<ImportedLine, 'end' | 'notes'>

/** How the case ended: decision, reply and service in their order. Null when something is wrong with it. */
export function checkEnd(read: LineReader, receivedOn: CivilDate, today: CivilDate): End | null {
  const said = read.cell('decision')
  const on = read.day('repliedOn', today)
  const documentRef = read.text('documentRef', 100) ?? ''
  const reason = read.text('reason', 2000, 'lines') ?? ''
  if (said === '' && read.cell('repliedOn') === '') {
    if (read.cell('deliveredOn') !== '') return read.fault('repliedOn', '写了送达日期，没有写答复日期')
    if (documentRef !== '') return read.fault('repliedOn', '写了答复书文号，没有写答复日期')
    return { end: null, notes: [] }
  }
  if (said === '') return read.fault('decision', `写了答复日期，没有写答复类型，可以写：${decisionNames(receivedOn)}`)
  const decision = decisionOf(said)
  if (decision === null) return read.fault('decision', `没有“${said.slice(0, 20)}”这种答复类型，可以写：${decisionNames(receivedOn)}`)
  const ground = groundOf(decision, receivedOn)
  if (!ground.ok) return read.fault('decision', `${ground.refusal.message}，可以写：${decisionNames(receivedOn)}`)
  if (read.cell('repliedOn') === '') return read.fault('repliedOn', '写了答复类型，没有写答复日期')
  if (on === null) return null
  if (on < receivedOn) return read.fault('repliedOn', `早于收到日期${formatDate(receivedOn)}，请改其中一个`)
  if (decision === 'withdrawn') return { end: { how: 'withdrawn', on }, notes: [] }
  const delivered = deliveryOf(read, on, today)
  return delivered && { end: { how: 'replied', on, decision, documentRef, reason: reason || '旧登记没有写理由', delivery: delivered.delivery }, notes: delivered.notes }
}

function deliveryOf(read: LineReader, repliedOn: CivilDate, today: CivilDate): { delivery: Delivery | null; notes: string[] } | null {
  const said = read.day('deliveredOn', today)
  if (said === null && read.cell('deliveredOn') !== '') return null
  if (said !== null && said < repliedOn) return read.fault('deliveredOn', `早于答复日期${formatDate(repliedOn)}，请改其中一个`)
  const service = read.word('service')
  if (service === null && read.cell('service') !== '') return null
  const assumed = said === null && read.constant('deliveredOn') === AS_REPLIED
  const on = assumed ? repliedOn : said
  if (on === null) return { delivery: null, notes: [] }
  const notes = [assumed && '没有送达日期，按答复日期', service === null && '没有送达方式，按邮寄'].filter((note) => note !== false)
  return { delivery: { on, service: service ?? 'post', evidence: read.text('evidence', 100) ?? '见旧案卷' }, notes }
}
