import { SYSTEM } from '#case/actor.ts'
import { importItems } from '#features/suggestions/index.ts'
import { contextFor, type Services } from '#store/context.ts'

const SITE = 'https://www.example.gov.cn/gongan'

/** What the demonstration authority has published. Invented. */
const ITEMS = [
  { kind: 'published', title: '江北大道等18处路口启用闯红灯自动记录系统的通告', documentRef: '示例公交〔2025〕12号', publishedOn: '2025-03-14', url: `${SITE}/2025/03/14.html`, summary: '江北大道与学府路等18处路口，启用时间和地点，抓拍的违法行为种类。' },
  { kind: 'published', title: '固定式交通技术监控设备设置地点（2026年版）', publishedOn: '2026-06-18', url: `${SITE}/2026/06/18.html`, summary: '全市测速、闯红灯、违停抓拍设备的名称、路段、方向和用途，附表共214行。' },
  { kind: 'published', title: '交通技术监控设备检定情况公示', publishedOn: '2026-04-08', url: `${SITE}/2026/04/08.html`, summary: '测速仪、闯红灯自动记录系统的检定证书编号、检定日期和有效期。' },
  { kind: 'published', title: '烟花爆竹道路运输许可办理指南', documentRef: '示例公治〔2024〕31号', publishedOn: '2024-11-20', url: `${SITE}/2024/11/20.html`, summary: '申请条件、材料清单、办理时限、窗口地址，不收费。' },
  { kind: 'published', title: '居住证申领、签注办理指南', documentRef: '示例公户〔2025〕6号', publishedOn: '2025-01-15', url: `${SITE}/2025/01/15.html`, summary: '流动人口申领居住证要带的材料、办理地点和时限。' },
  { kind: 'published', title: '机动车号牌、行驶证、驾驶证收费标准', documentRef: '示例发改价〔2023〕88号', publishedOn: '2023-09-01', url: `${SITE}/2023/09/01.html`, summary: '各类牌证工本费标准和依据文件。' },
  { kind: 'published', title: '示例市公安局行政处罚裁量基准（2025年版）', documentRef: '示例公法〔2025〕3号', publishedOn: '2025-02-28', url: `${SITE}/2025/02/28.html`, summary: '治安、交通、出入境、网络安全等违法行为的处罚幅度。' },
  { kind: 'published', title: '2025年度道路交通事故统计公报', publishedOn: '2026-02-10', url: `${SITE}/2026/02/10.html`, summary: '全年事故起数、死伤人数、直接财产损失，按月份、路段、原因分列。' },
  { kind: 'published', title: '2026年警务辅助人员招聘公告和笔试成绩公示', documentRef: '示例公政〔2026〕9号', publishedOn: '2026-09-25', url: `${SITE}/2026/09/25.html`, summary: '辅警招聘岗位、人数、考试安排，第一批笔试成绩和入围分数线。' },
  { kind: 'catalogue', title: '出租房屋治安管理办法', documentRef: '示例公治〔2022〕17号', publishedOn: '2022-05-06', indexNumber: 'SL-GA-2022-0017', summary: '房屋出租登记、分级管理和检查办法。纸质件在服务窗口查阅。' },
  { kind: 'published', title: '养犬登记管理规定', documentRef: '示例公治〔2023〕40号', publishedOn: '2023-12-01', url: `${SITE}/2023/12/01.html`, summary: '重点管理区、禁养犬种、登记费用和年检。' },
]

/** Fills in what has been published; what stands already stays. */
export async function seedPublished(services: Services, authorityId: string): Promise<void> {
  const { rows, written } = await importItems(contextFor(services, SYSTEM), authorityId, ITEMS, false)
  if (!written) throw new Error(`published items: ${JSON.stringify(rows.filter(({ outcome }) => outcome === 'wrong'))}`)
}
