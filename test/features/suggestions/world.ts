import { SYSTEM } from '#case/actor.ts'
import { applyPages } from '#features/intake/apply.route.tsx'
import { importItems, publishedApi, suggestionPages } from '#features/suggestions/index.ts'
import { contextFor } from '#store/context.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { CITY, DISTRICT, publicWorld, twoAuthorities, type PublicWorld } from '../portal/harness.ts'
import type { Visitor } from '../portal/visitor.ts'

export const SITE = 'https://www.example.gov.cn/gongan'

/** What 示例市公安局 has published in these tests. */
export const ITEMS = [
  { kind: 'published', title: '江北大道等18处路口启用闯红灯自动记录系统的通告', documentRef: '示例公交〔2025〕12号', publishedOn: '2025-03-14', url: `${SITE}/1.html` },
  { kind: 'published', title: '烟花爆竹道路运输许可办理指南', documentRef: '示例公治〔2024〕31号', publishedOn: '2024-11-20', url: `${SITE}/2.html`, summary: '申请条件、材料清单' },
  { kind: 'catalogue', title: '出租房屋治安管理办法', documentRef: '示例公治〔2022〕17号', publishedOn: '2022-05-06', summary: '纸质件在服务窗口查阅' },
  { kind: 'published', title: '养犬登记管理规定', publishedOn: '2023-12-01', url: `${SITE}/4.html` },
]

export interface SuggestionWorld extends PublicWorld {
  readonly database: FreshDatabase
  outcomes(): Promise<{ title: string; shown_on: string; opened: boolean; ended: string | null; visit_id: string }[]>
}

export async function suggestionWorld(publicRate?: number): Promise<SuggestionWorld> {
  const database = await freshDatabase()
  const world = publicWorld(database.url, { pages: [suggestionPages, applyPages], apis: [publishedApi], ...(publicRate === undefined ? {} : { publicRate }) })
  await twoAuthorities(world.services)
  const ctx = contextFor(world.services, SYSTEM)
  await importItems(ctx, CITY, ITEMS, false)
  await importItems(ctx, DISTRICT, [{ kind: 'published', title: '东城区烟花爆竹零售点名单', publishedOn: '2026-01-01', url: `${SITE}/5.html` }], false)
  const { sql } = world.services
  return {
    ...world,
    database,
    outcomes: () => sql`select title, shown_on, opened, ended, visit_id from suggestion_outcome join published_item on id = item_id order by title`,
  }
}

const ID = '000000190001010009'

/** Answers the two steps before the description. */
export async function startWriting(browser: Visitor): Promise<void> {
  await browser.get('/apply/who')
  await browser.post('/apply/who', { authorityId: CITY, applicantKind: 'natural_person', name: '申请人甲', documentType: 'resident_id', documentNumber: ID })
  await browser.post('/apply/contact', { phone: '000 0000 0001' })
}
