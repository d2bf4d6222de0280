import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#platform/config.ts'
import { openLetters } from '#src/boot/letters.ts'
import { hasTool } from '#test/support/tools.ts'
import { mb, median, ms, timed, times, type Row } from './measure.ts'

const WARM = 60
const MANY = 500

const PROPS = {
  letterhead: '示例市公安局', signer: '示例市公安局', self: '本机关', addressee: '申请人甲', addresseeKind: 'person', caseNumber: '2026-0187',
  receivedOn: '2026-11-02', channel: '通过互联网', documentNumber: '示例公信公开〔2026〕12号', numberSeries: '示例公信公开〔2026〕',
  requestText: '江北大道与学府路交叉口闯红灯自动记录系统的设置和启用时间、验收报告、最近一次检定证书。',
  facts: '经检索，本机关制作并保存你申请的上述信息。经审查，该信息属于可以公开的政府信息。',
  groundSentence: '根据《中华人民共和国政府信息公开条例》第三十六条第二项的规定，决定：',
  decisionText: '向你公开上述信息，以电子文件形式通过你所选的途径提供（见附件）。',
  remedyClause: '如不服本告知书，可以自收到本告知书之日起60日内向示例市人民政府申请行政复议，也可以自收到本告知书之日起6个月内向示例铁路运输法院提起行政诉讼。',
  issuedOn: '2026-11-20', draftedOn: '2026-11-20', contact: '联系电话：0000-6628 1201', attachments: ['验收报告', '检定证书'],
}

/** A warm letter against LibreOffice with the same text, and memory over many letters. */
export async function benchLetters(): Promise<Row[]> {
  const letters = openLetters(readConfig({}))
  try {
    const one = (index: number) => letters.render('granted', { ...PROPS, documentNumber: `示例公信公开〔2026〕${index}号` })
    await one(0)
    const warm: number[] = []
    for (let index = 1; index <= WARM; index += 1) warm.push(await timed(() => one(index)))
    const office = officeMs()
    const early = process.memoryUsage().rss
    let late = early
    for (let index = WARM; index < MANY; index += 1) {
      await one(index)
      if (index === MANY - 1) late = process.memoryUsage().rss
    }
    return [
      {
        what: 'letter, warm, median',
        figure: ms(median(warm)),
        against: office === null ? 'libreoffice is not installed' : `libreoffice --headless ${ms(office)}`,
        ratio: office === null ? '' : times(median(warm) / office),
        wanted: '',
      },
      { what: `memory after ${MANY} letters`, figure: mb(late), against: `after ${WARM} letters ${mb(early)}`, ratio: times(late / early), wanted: 'bounded' },
    ]
  } finally {
    await letters.close()
  }
}

function officeMs(): number | null {
  if (!hasTool('libreoffice')) return null
  const folder = mkdtempSync(join(tmpdir(), 'zhixi-office-'))
  try {
    const path = join(folder, 'letter.html')
    const lines = [PROPS.letterhead, PROPS.documentNumber, '政府信息公开告知书', PROPS.addressee, PROPS.requestText, PROPS.facts, PROPS.groundSentence + PROPS.decisionText, PROPS.remedyClause, PROPS.signer, PROPS.issuedOn]
    writeFileSync(path, `<meta charset="utf-8">${lines.map((line) => `<p>${line}</p>`).join('')}`)
    const once = () => {
      const start = performance.now()
      execFileSync('libreoffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, path], { stdio: 'ignore' })
      return performance.now() - start
    }
    once()
    return median([once(), once(), once()])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
