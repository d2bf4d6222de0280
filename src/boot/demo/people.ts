import type { Role } from '#case/roles.ts'
import type { Authority } from '#store/tables/authority.table.ts'

/** The demonstration authority with two sub-authorities. Invented; telephone numbers begin with 0000. */
const common = {
  officeHours: '工作日 8:30–12:00，14:30–17:30',
  postcode: '000000',
  fax: null,
  onlineReconsideration: '示例市行政复议网上申请平台（https://fuyi.example.gov.cn）',
}

export const AUTHORITIES: readonly Authority[] = [
  {
    ...common,
    id: 'shiju',
    parentId: null,
    name: '示例市公安局',
    shortName: '市局',
    documentPrefix: '示例公信公开',
    officeName: '示例市公安局政府信息公开办公室',
    address: '示例市安定路8号一楼3号窗口',
    consultPhone: '0000-6628 1201',
    supervisePhone: '0000-6628 1209',
    complaintPhone: '0000-6628 1210',
    fax: '0000-6628 1211',
    reconsiderationAuthority: '示例市人民政府',
    court: '示例铁路运输法院',
    position: 1,
  },
  {
    ...common,
    id: 'binhe',
    parentId: 'shiju',
    name: '示例市公安局滨河分局',
    shortName: '滨河分局',
    documentPrefix: '示例公滨信公开',
    officeName: '滨河分局政府信息公开办公室',
    address: '示例市滨河区江北大道66号',
    consultPhone: '0000-6628 2201',
    supervisePhone: '0000-6628 2209',
    complaintPhone: '0000-6628 2210',
    reconsiderationAuthority: '示例市滨河区人民政府',
    court: '示例铁路运输法院',
    position: 2,
  },
  {
    ...common,
    id: 'donghu',
    parentId: 'shiju',
    name: '示例市公安局东湖分局',
    shortName: '东湖分局',
    documentPrefix: '示例公东信公开',
    officeName: '东湖分局政府信息公开办公室',
    address: '示例市东湖区学府路1号',
    consultPhone: '0000-6628 3201',
    supervisePhone: '0000-6628 3209',
    complaintPhone: '0000-6628 3210',
    reconsiderationAuthority: '示例市东湖区人民政府',
    court: '示例铁路运输法院',
    position: 3,
  },
]

const unitsOf = (authorityId: string, names: Record<string, string>) =>
  Object.entries(names).map(([key, name], index) => ({ id: `${authorityId}-${key}`, authorityId, name, position: index + 1 }))

export const UNITS = [
  ...unitsOf('shiju', { office: '公开办', window: '一楼3号窗口', zhian: '治安支队', jiaoguan: '交管支队', jianguan: '监管支队', fazhi: '法制支队', jiwei: '办公室' }),
  ...unitsOf('binhe', { office: '公开办', zhian: '治安大队' }),
  ...unitsOf('donghu', { office: '公开办', zhian: '治安大队' }),
]

export interface DemoPerson {
  readonly username: string
  readonly name: string
  readonly unitId: string
  readonly roles: readonly Role[]
}

/** One account per role, a second handler, and three people for each sub-authority. */
export const PEOPLE: readonly DemoPerson[] = [
  { username: 'chuangkou', name: '窗口人员甲', unitId: 'shiju-window', roles: ['window_clerk'] },
  { username: 'gongkai', name: '经办人甲', unitId: 'shiju-office', roles: ['disclosure_officer'] },
  { username: 'chengban', name: '承办人甲', unitId: 'shiju-zhian', roles: ['handler'] },
  { username: 'chengban2', name: '承办人乙', unitId: 'shiju-jiaoguan', roles: ['handler'] },
  { username: 'keshi', name: '科室负责人甲', unitId: 'shiju-zhian', roles: ['section_reviewer'] },
  { username: 'keshi2', name: '科室负责人乙', unitId: 'shiju-jiaoguan', roles: ['section_reviewer', 'handler'] },
  { username: 'fazhi', name: '法制审核甲', unitId: 'shiju-fazhi', roles: ['legal_reviewer'] },
  { username: 'baomi', name: '保密审查甲', unitId: 'shiju-jiwei', roles: ['secrecy_reviewer'] },
  { username: 'qianfa', name: '签发人甲', unitId: 'shiju-jiwei', roles: ['issuer'] },
  { username: 'bianshen', name: '案例编审甲', unitId: 'shiju-fazhi', roles: ['case_editor'] },
  { username: 'jiandu', name: '监督员甲', unitId: 'shiju-jiwei', roles: ['supervisor'] },
  { username: 'xitong', name: '系统管理员甲', unitId: 'shiju-jiwei', roles: ['system_admin'] },
  { username: 'anquan', name: '安全管理员甲', unitId: 'shiju-jiwei', roles: ['security_admin'] },
  { username: 'shenji', name: '审计管理员甲', unitId: 'shiju-jiwei', roles: ['audit_admin'] },
  { username: 'binhe', name: '滨河经办人', unitId: 'binhe-office', roles: ['disclosure_officer', 'window_clerk', 'issuer'] },
  { username: 'binhe2', name: '滨河承办人', unitId: 'binhe-zhian', roles: ['handler'] },
  { username: 'binhe3', name: '滨河科室负责人', unitId: 'binhe-zhian', roles: ['section_reviewer'] },
  { username: 'donghu', name: '东湖经办人', unitId: 'donghu-office', roles: ['disclosure_officer', 'window_clerk', 'issuer'] },
  { username: 'donghu2', name: '东湖承办人', unitId: 'donghu-zhian', roles: ['handler'] },
  { username: 'donghu3', name: '东湖科室负责人', unitId: 'donghu-zhian', roles: ['section_reviewer'] },
]

/** Same for every demonstration account. The embedded trial listens on the loopback address only. */
export const DEMO_PASSWORD = 'zhixi-demo-2026'
