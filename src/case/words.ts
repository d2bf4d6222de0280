/** The words of product.md §5 for the codes that are stored. */
export const CHANNELS = {
  in_person: '当面',
  oral: '口头代填',
  registered_mail: '挂号或者EMS',
  ordinary_mail: '平常信函',
  fax: '传真',
  internet: '网上',
} as const
export type Channel = keyof typeof CHANNELS

export const APPLICANT_KINDS = {
  natural_person: '公民',
  business: '商业企业',
  research: '科研机构',
  public_welfare: '社会公益组织',
  legal_service: '法律服务机构',
  other_organization: '其他',
} as const
export type ApplicantKind = keyof typeof APPLICANT_KINDS

/** 提供形式 (条例第四十条). */
export const FORMS = { paper: '纸质', electronic: '电子文件', inspection: '查阅、抄录' } as const
export type Form = keyof typeof FORMS

/** 获取途径 (条例第二十九条第二款第三项). */
export const WAYS = { post: '邮寄', pickup: '自行领取', email: '电子邮件', on_site: '当面' } as const
export type Way = keyof typeof WAYS

/** How a reply is served (国办公开办函〔2016〕235号). */
export const SERVICES = { direct: '直接送达', post: '邮寄', electronic: '电子送达' } as const
export type Service = keyof typeof SERVICES

export const DOCUMENT_TYPES = {
  resident_id: '居民身份证',
  passport: '护照',
  hk_macao_permit: '港澳居民来往内地通行证',
  taiwan_permit: '台湾居民来往大陆通行证',
  credit_code: '统一社会信用代码',
} as const
export type DocumentType = keyof typeof DOCUMENT_TYPES
