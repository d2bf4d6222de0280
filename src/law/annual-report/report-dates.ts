import { dateOf, type CivilDate } from '../civil-date.ts'

/**
 * @statute 711 49① from 2019-05-15
 * 县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关上一年度政府信息公开工作年度报告并向社会公布。
 *
 * Reading: 1月31日前 includes the 31st (民法典1259条: 以前 includes the day itself). It does not move when it is a day off.
 */
export function departmentReportDue(reportYear: number): CivilDate {
  return dateOf(reportYear + 1, 1, 31)
}

/**
 * @statute 711 49② from 2019-05-15
 * 县级以上地方人民政府的政府信息公开工作主管部门应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告。
 */
export function governmentReportDue(reportYear: number): CivilDate {
  return dateOf(reportYear + 1, 3, 31)
}
