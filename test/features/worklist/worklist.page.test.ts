import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk, type Username } from '#test/support/desk.ts'

let desk: Desk
/** By what they are in this test. Today is Friday 2026-11-20. */
const cases: Record<string, string> = {}

beforeAll(async () => {
  desk = await openDesk('2026-11-20')
  cases.overdue = await desk.file({ receivedOn: '2026-10-16', stage: 'in_progress', subject: '网约车治安检查情况统计表' })
  cases.red = await desk.file({ receivedOn: '2026-10-27', stage: 'drafting', subject: '旅馆业许可清单', kind: 'business' })
  cases.amber = await desk.file({ receivedOn: '2026-10-28', stage: 'in_progress', handler: 'chengban2', subject: '视频监控点位' })
  cases.green = await desk.file({ receivedOn: '2026-11-05', stage: 'accepted', subject: '出租房屋<b>分级</b>管理办法' })
  cases.fresh = await desk.file({ receivedOn: '2026-11-20', subject: '100%覆盖率统计' })
  cases.answered = await desk.file({ receivedOn: '2026-10-20', stage: 'issued', decision: 'granted', subject: '烟花爆竹办理指南' })
  await desk.storeReply(cases.answered)
  await desk.submit('gongkai', `/desk/cases/${cases.answered}/deliver`, { service: 'direct', on: '2026-11-18', evidence: '申请人甲' })
  cases.foreign = await desk.file({ authorityId: 'binhe', receivedOn: '2026-11-04', subject: '滨河分局接处警数量' })
})
afterAll(() => desk.close())

const html = async (username: Username, path: string) => (await desk.get(username, path)).text()
const numbers = async (username: Username, path: string) => [...(await html(username, path)).matchAll(/data-href="\/desk\/cases\/([\d-]+)/g)].map((match) => match[1])
const chips = async (username: Username, path: string) => [...(await html(username, path)).matchAll(/<a class="zx-chip"[^>]*>(.*?)<\/a>/gs)].map((match) => match[1]!.replace(/<svg.*?<\/svg>|<[^>]*>/gs, '').trim())
const of = (...names: string[]) => names.map((name) => cases[name])

describe('待办', () => {
  it('shows the open cases of the authority, nearest due date first, and no other', async () => {
    expect(await numbers('gongkai', '/desk')).toEqual(of('overdue', 'red', 'amber', 'green', 'fresh'))
    expect(await numbers('jiandu', '/desk')).toEqual(of('overdue', 'red', 'amber', 'green', 'fresh'))
    expect(await numbers('binhe', '/desk')).toEqual(of('foreign'))
  })

  it('shows a handler what his unit has, and administrators nothing', async () => {
    expect(await numbers('chengban', '/desk')).toEqual(of('overdue', 'red'))
    expect(await numbers('chengban2', '/desk')).toEqual(of('amber'))
    expect(await numbers('xitong', '/desk')).toEqual([])
  })

  it('says to roles that see no cases that they see none, and what they can open', async () => {
    for (const path of ['/desk', '/desk/cases']) {
      const page = await html('xitong', path)
      expect(page).toContain('您的角色不看案件')
      expect(page).toContain('href="/desk/calendar"')
      expect(page).not.toContain('新收到的申请会出现在这里')
    }
  })

  it('counts by colour, and each colour shows just what it counts (ui.md §2: red to 2, amber to 5)', async () => {
    expect(await chips('gongkai', '/desk')).toEqual(['全部 5', '红 2', '黄 1', '绿 2', '停 0'])
    expect(await numbers('gongkai', '/desk?clock=red')).toEqual(of('overdue', 'red'))
    expect(await numbers('gongkai', '/desk?clock=amber')).toEqual(of('amber'))
    expect(await numbers('gongkai', '/desk?clock=green')).toEqual(of('green', 'fresh'))
    const page = await html('gongkai', '/desk?clock=amber')
    expect(page).toContain('剩3日')
    expect(await html('gongkai', '/desk?clock=red')).toMatch(/超期.*剩2日/s)
  })

  it('filters by stage, unit, kind, day of receipt and words, all of them together', async () => {
    expect(await numbers('gongkai', '/desk?status=in_progress')).toEqual(of('overdue', 'amber'))
    expect(await numbers('gongkai', '/desk?unit=shiju-zhian')).toEqual(of('overdue', 'red'))
    expect(await numbers('gongkai', '/desk?kind=business')).toEqual(of('red'))
    expect(await numbers('gongkai', '/desk?received=7')).toEqual(of('fresh'))
    expect(await numbers('gongkai', '/desk?received=30')).toEqual(of('red', 'amber', 'green', 'fresh'))
    expect(await numbers('gongkai', '/desk?status=in_progress&unit=shiju-zhian&clock=red')).toEqual(of('overdue'))
    expect(await chips('gongkai', '/desk?status=in_progress')).toEqual(['全部 2', '红 1', '黄 1', '绿 0', '停 0'])
  })

  it('keeps the other choices in every link and field', async () => {
    const page = await html('gongkai', '/desk?status=in_progress&clock=red')
    expect(page).toContain('href="/desk?clock=amber&amp;status=in_progress"')
    expect(page).toContain('<option value="in_progress" selected="">')
    expect(page).toContain('<input type="hidden" name="clock" value="red"/>')
  })

  it.each(['clock=blue', 'status=lost', 'page=0', 'page=-1', 'page=99999', 'kind=', 'received=1e9', "unit='--", 'q=%00', 'open=no'])('takes nonsense in the address for nothing: %s', async (query) => {
    expect((await desk.get('gongkai', `/desk?${query}`)).status).toBe(200)
  })

  it('says so when nothing is found, and where the nearest case is', async () => {
    const page = await html('gongkai', '/desk?kind=research')
    expect(page).toContain('没有符合条件的案件')
    expect(page).toContain(`href="/desk/cases/${cases.overdue}"`)
    expect(await html('binhe', '/desk?clock=red')).toContain('没有快到期的案件')
  })

  it('shows what people typed as text, never as markup', async () => {
    expect(await html('gongkai', '/desk')).toContain('出租房屋&lt;b&gt;分级&lt;/b&gt;管理办法')
    expect(await html('gongkai', '/desk/cases?q=%3Cscript%3E')).not.toContain('<script>')
  })

  it('says on a day off that the clock stands still', async () => {
    expect(await html('gongkai', '/desk')).not.toContain('，期限不走')
    desk.clock.set('2026-11-21')
    expect(await html('gongkai', '/desk')).toContain('2026年11月21日（周六）　今天是周六，期限不走')
    desk.clock.set('2026-10-01')
    expect(await html('gongkai', '/desk')).toContain('今天国庆放假，期限不走')
    desk.clock.set('2026-11-20')
  })

  it('is not kept by any cache, and is for staff alone', async () => {
    expect((await desk.get('gongkai', '/desk')).headers.get('cache-control')).toBe('no-store')
    const stranger = await desk.get('nobody' as Username, '/desk?clock=red')
    expect(stranger.status).toBe(303)
    expect(stranger.headers.get('location')).toBe('/signin?next=%2Fdesk%3Fclock%3Dred')
  })
})

describe('案件', () => {
  it('has the answered ones too, newest first', async () => {
    expect(await numbers('gongkai', '/desk/cases')).toEqual(of('fresh', 'green', 'amber', 'red', 'answered', 'overdue'))
    expect(await numbers('gongkai', '/desk/cases?open=no')).toEqual(of('answered'))
    expect(await numbers('chengban', '/desk/cases')).toEqual(of('red', 'answered', 'overdue'))
  })

  it('finds by number, words of the request, name of the applicant, and whole document number', async () => {
    expect(await numbers('gongkai', `/desk/cases?q=${cases.amber}`)).toEqual(of('amber'))
    expect(await numbers('gongkai', '/desk/cases?q=监控')).toEqual(of('amber'))
    expect(await numbers('gongkai', '/desk/cases?q=申请人')).not.toEqual([])
    expect(await numbers('gongkai', '/desk/cases?q=示例公信公开〔2026〕1号')).toEqual(of('answered'))
    expect(await numbers('gongkai', '/desk/cases?q=接处警')).toEqual([])
    expect(await numbers('binhe', '/desk/cases?q=示例公信公开〔2026〕1号')).toEqual([])
  })

  it('takes % and _ for themselves', async () => {
    expect(await numbers('gongkai', '/desk/cases?q=100%25')).toEqual(of('fresh'))
    expect(await numbers('gongkai', '/desk/cases?q=_')).toEqual([])
  })
})

describe('送达', () => {
  it('has what is to be delivered, and for the office what is to be archived', async () => {
    const waiting = await desk.file({ receivedOn: '2026-11-02', stage: 'issued', decision: 'granted' })
    expect(await numbers('gongkai', '/desk/delivery')).toEqual([waiting, cases.answered])
    expect(await numbers('chuangkou', '/desk/delivery')).toEqual([waiting])
    expect(await numbers('chengban', '/desk/delivery')).toEqual([])
    expect(await html('chengban', '/desk/delivery')).toContain('没有等着送达的答复书')
  })
})
