import { paragraph } from '#platform/validation/text.ts'

/** As many as the templates number, and as long as one of them may be. */
const MOST = 99
const LONGEST = 200

/** 随附清单 (law.md §1.1): one item a line. Empty where nothing is enclosed, and in drafts stored before there was a list. */
export const Attachments = paragraph({ label: '附件', min: 0, max: MOST * (LONGEST + 1) })
  .transform((text) => attachmentLines(text).join('\n'))
  .superRefine((text, ctx) => {
    const message = fault(attachmentLines(text))
    if (message) ctx.addIssue({ code: 'custom', message })
  })
  .default('')
  .meta({ description: `附件清单，每行一件，最多${MOST}件，每件最多${LONGEST}个字；没有就不写` })

/** The items of the list; blank lines are none. */
export function attachmentLines(text: string): string[] {
  return text.split('\n').map((one) => one.trim()).filter((one) => SEEN.test(one))
}

/** Something that prints: invisible characters alone are blank. */
const SEEN = /[^\p{C}\p{Z}\p{M}]/u
const NAMED = /[\p{L}\p{N}]/u

function fault(items: readonly string[]): string | null {
  if (items.length > MOST) return `附件最多${MOST}件，现在${items.length}件`
  for (const [index, item] of items.entries()) {
    const length = [...item].length
    if (length > LONGEST) return `附件第${index + 1}件最多${LONGEST}个字，现在${length}个字`
    if (!NAMED.test(item)) return `附件第${index + 1}件“${item.slice(0, 10)}”没有写名称`
  }
  return null
}
