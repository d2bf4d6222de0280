/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { describe, expect, it } from 'vitest'
import { civilDate } from '#law/civil-date.ts'
import { DayTable } from '#ui/clock/index.ts'
import { sampleClock } from '#test/tools/gallery/sample.ts'

const table = (receivedOn: string, today: string) => String(<DayTable clock={sampleClock(receivedOn, [], today)} today={civilDate(today)} />)

describe('逐日列表', () => {
  it('says that rows are left out where a case is years overdue', () => {
    expect(table('2021-03-01', '2026-11-20')).toContain('以下略')
  })

  it('leaves nothing out of a running case, nor of one a few weeks late', () => {
    expect(table('2026-11-02', '2026-11-20')).not.toContain('以下略')
    expect(table('2026-09-01', '2026-11-20')).not.toContain('以下略')
  })
})
