/** What looks mistyped in telephone, address and postcode: remarks that never stand in the way. */
export interface ContactHint {
  readonly field: 'phone' | 'address' | 'postcode'
  readonly text: string
}

/** Remarks on the contact data of a form, in the order of its fields. The law asks for none of these shapes (条例第二十九条). */
export function contactHints(values: Readonly<Record<string, string>>): ContactHint[] {
  const { phone = '', address = '', postcode = '' } = values
  const hints: (readonly [ContactHint['field'], string | null])[] = [
    ['phone', phone.trim() === '' ? null : phoneHint(phone)],
    ['address', address.trim() === '' ? null : addressHint(address)],
    ['postcode', postcode.trim() === '' ? null : postcodeHint(postcode.trim(), address)],
  ]
  return hints.flatMap(([field, text]) => (text === null ? [] : [{ field, text }]))
}

/** Mainland mobile: 11 digits from 13; landline: area code and 7 or 8 digits; 400, 800 and short service numbers. */
export function phoneHint(text: string): string | null {
  const [main = ''] = text.normalize('NFKC').split(/(?:转|ext\.?|#|分机)/i)
  const foreign = /^\s*(?:\+|00)(?!86)[1-9]/.test(main)
  const digits = main.replace(/^\s*(?:\+|00)\s*86/, '').replace(/\D/g, '')
  if (foreign || /^1[3-9]\d{9}$/.test(digits) || /^(?:400|800)\d{7}$/.test(digits) || /^(?:9\d{4}|1\d{4})$/.test(digits)) return null
  if (/^0(?:10|2\d)/.test(digits)) return /^0(?:10|2\d)\d{8}$/.test(digits) ? null : `区号${digits.slice(0, 3)}后面应是8位，现在${digits.length - 3}位`
  if (/^0[3-9]\d{2}/.test(digits)) return /^0[3-9]\d{2}\d{7,8}$/.test(digits) ? null : `区号${digits.slice(0, 4)}后面应是7位或者8位，现在${digits.length - 4}位`
  if (digits.startsWith('0')) return `没有${digits.slice(0, 3)}开头的区号，请照原件再看一遍`
  if (digits.startsWith('1') && digits.length >= 9) return digits.length === 11 ? `没有${digits.slice(0, 2)}开头的手机号，请照原件再看一遍` : `手机号是11位，现在${digits.length}位`
  if (/^[2-8]\d{6,7}$/.test(digits)) return '像是座机，没有写区号'
  return `${digits.length}位号码，不像手机，也不像带区号的座机`
}

function addressHint(address: string): string | null {
  const text = address.normalize('NFKC').replace(/\s+/g, '')
  if (/信箱|邮政|[村组屯队寨]|[号室栋幢座楼单元]|\d/.test(text) && [...text].length >= 6) return null
  return '地址像是没写到门牌，邮寄可能送不到'
}

function postcodeHint(postcode: string, address: string): string | null {
  if (!/^\d{6}$/.test(postcode)) return null
  const there = PROVINCES.find(([, codes]) => codes.includes(postcode.slice(0, 2)))
  const named = PROVINCES.find(([name]) => address.replace(/\s+/g, '').startsWith(name))
  if (there === undefined) return postcode.startsWith('00') ? null : `没有${postcode.slice(0, 2)}开头的邮编`
  return named === undefined || named === there ? null : `邮编${postcode.slice(0, 2)}开头是${there[0]}，地址写的是${named[0]}`
}

/** First two digits of the postcodes of each province. */
const PROVINCES: readonly (readonly [string, readonly string[]])[] = [
  ['内蒙古', ['01', '02']], ['山西', ['03', '04']], ['河北', ['05', '06', '07']], ['北京', ['10']], ['辽宁', ['11', '12']], ['吉林', ['13']],
  ['黑龙江', ['15', '16']], ['上海', ['20']], ['江苏', ['21', '22']], ['安徽', ['23', '24']], ['山东', ['25', '26', '27']], ['天津', ['30']],
  ['浙江', ['31', '32']], ['江西', ['33', '34']], ['福建', ['35', '36']], ['重庆', ['40']], ['湖南', ['41', '42']], ['湖北', ['43', '44']],
  ['河南', ['45', '46', '47']], ['广东', ['51', '52']], ['广西', ['53', '54']], ['贵州', ['55', '56']], ['海南', ['57']], ['四川', ['61', '62', '63', '64']],
  ['云南', ['65', '66', '67']], ['陕西', ['71', '72']], ['甘肃', ['73', '74']], ['宁夏', ['75']], ['青海', ['81']], ['新疆', ['83', '84']], ['西藏', ['85', '86']],
]
