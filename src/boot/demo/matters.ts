import type { ApplicantKind, Channel } from '#case/words.ts'

/** How far a demonstration case has come. */
export type Stage = 'registered' | 'accepted' | 'in_progress' | 'drafting' | 'section_review' | 'awaiting_issue' | 'issued' | 'delivered' | 'archived'

export interface Matter {
  readonly authorityId: string
  /** Received so many working days ago. */
  readonly age: number
  readonly stage: Stage
  readonly kind: ApplicantKind
  readonly channel: Channel
  readonly handler?: 'chengban' | 'chengban2'
  readonly decision?: 'granted' | 'not_held' | 'refused_internal_affairs'
  readonly subject: string
  readonly description: string
}

/** Invented matters, a handful at every stage; none concerns a real person. */
export const MATTERS: readonly Matter[] = [
  { authorityId: 'shiju', age: 21, stage: 'awaiting_issue', kind: 'natural_person', channel: 'internet', handler: 'chengban', decision: 'not_held', subject: '2025年全市网约车治安检查情况统计表', description: '申请公开2025年全市网约车治安检查情况统计表，按月份列出检查次数和发现问题数。' },
  { authorityId: 'shiju', age: 19, stage: 'section_review', kind: 'business', channel: 'registered_mail', handler: 'chengban', decision: 'granted', subject: '安定派出所2024年办理的旅馆业特种行业许可清单', description: '申请公开安定派出所2024年办理的旅馆业特种行业许可清单，含企业名称、许可日期。' },
  { authorityId: 'shiju', age: 18, stage: 'drafting', kind: 'natural_person', channel: 'internet', handler: 'chengban2', decision: 'granted', subject: '滨河路地下通道视频监控点位及保存期限', description: '申请公开滨河路地下通道内视频监控的安装点位、安装时间、录像保存期限，以及管理单位。' },
  { authorityId: 'shiju', age: 16, stage: 'drafting', kind: 'natural_person', channel: 'in_person', handler: 'chengban', decision: 'refused_internal_affairs', subject: '治安支队2026年内部值班排班表', description: '申请公开治安支队2026年全部内部值班排班表。' },
  { authorityId: 'shiju', age: 15, stage: 'in_progress', kind: 'legal_service', channel: 'registered_mail', handler: 'chengban', subject: '涉案财物管理中心年度盘点报告', description: '申请公开涉案财物管理中心2025年度盘点报告。' },
  { authorityId: 'shiju', age: 14, stage: 'in_progress', kind: 'natural_person', channel: 'internet', handler: 'chengban2', subject: '江北大道与学府路口闯红灯自动记录系统的验收报告、检定证书', description: '申请公开江北大道与学府路交叉口闯红灯自动记录系统的：1. 设置和启用时间；2. 验收报告；3. 最近一次检定证书。' },
  { authorityId: 'shiju', age: 11, stage: 'in_progress', kind: 'public_welfare', channel: 'internet', handler: 'chengban', subject: '出租房屋分级管理办法及评分标准', description: '申请公开出租房屋分级管理办法全文及评分标准。' },
  { authorityId: 'shiju', age: 9, stage: 'accepted', kind: 'natural_person', channel: 'internet', subject: '辅警招聘2026年第二批笔试成绩册', description: '申请公开2026年第二批辅警招聘笔试成绩册。' },
  { authorityId: 'shiju', age: 4, stage: 'registered', kind: 'natural_person', channel: 'internet', subject: '校园周边“护学岗”设置方案', description: '申请公开校园周边“护学岗”设置方案及各岗位时间安排。' },
  { authorityId: 'shiju', age: 1, stage: 'registered', kind: 'research', channel: 'registered_mail', subject: '近五年交通事故统计年报', description: '申请公开近五年交通事故统计年报，用何种形式提供均可。' },
  { authorityId: 'shiju', age: 13, stage: 'issued', kind: 'business', channel: 'internet', handler: 'chengban2', decision: 'granted', subject: '机动车号牌、驾驶证收费标准', description: '申请公开现行机动车号牌、驾驶证的收费标准和依据文件。' },
  { authorityId: 'shiju', age: 24, stage: 'delivered', kind: 'natural_person', channel: 'in_person', handler: 'chengban', decision: 'not_held', subject: '滨河区地下通道监控管理单位名单', description: '申请公开滨河区各地下通道监控管理单位名单。' },
  { authorityId: 'shiju', age: 40, stage: 'archived', kind: 'natural_person', channel: 'internet', handler: 'chengban', decision: 'granted', subject: '烟花爆竹运输许可办理指南', description: '申请公开烟花爆竹运输许可的办理指南和材料清单。' },
  { authorityId: 'binhe', age: 6, stage: 'registered', kind: 'natural_person', channel: 'internet', subject: '滨河分局2025年接处警数量', description: '申请公开滨河分局2025年接处警总数。' },
  { authorityId: 'binhe', age: 2, stage: 'registered', kind: 'business', channel: 'registered_mail', subject: '江北大道夜市周边治安岗亭位置', description: '申请公开江北大道夜市周边治安岗亭的位置和值守时间。' },
  { authorityId: 'donghu', age: 5, stage: 'registered', kind: 'natural_person', channel: 'internet', subject: '学府路派出所户籍窗口办理量', description: '申请公开学府路派出所户籍窗口2026年上半年办理量。' },
]
