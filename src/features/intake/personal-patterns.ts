/** What a description may hold that others should not see. */
export type PersonalKind = '身份证号码' | '护照号码' | '银行卡号' | '手机号码' | '电话号码' | '电子邮箱' | '住址'

/** One place in a text, by positions of its characters. */
export interface Place {
  readonly kind: PersonalKind
  readonly at: number
  readonly text: string
}

const BLANK = '[ \\u3000-]?'
const digits = (count: number) => `\\d(?:${BLANK}\\d){${count - 1}}`

/** 18 signs whose 7th to 14th can be a birthday; longer runs are something else. */
const RESIDENT_ID = `(?<![\\d-])(?:${digits(6)})${BLANK}(?:1[89]|20)(?:${BLANK}\\d){2}${BLANK}(?:0${BLANK}[1-9]|1${BLANK}[0-2])${BLANK}(?:0${BLANK}[1-9]|[12]${BLANK}\\d|3${BLANK}[01])(?:${BLANK}\\d){3}${BLANK}[\\dXx](?!\\d)`
/** Eleven digits that begin like a mobile number. */
const MOBILE = `(?<!\\d)1[3-9](?:${BLANK}\\d){9}(?!${BLANK}\\d)`
/** 16 to 19 digits of a card network; the check digit decides. */
const CARD = `(?<![\\d-])(?:62|4\\d|5[1-5]|35|37|60)(?:${BLANK}\\d){14,17}(?!${BLANK}\\d)`
/** A fixed line only after words that make it somebody's own: offices' numbers stand in many requests. */
const OWN_PHONE = '(?<=(?:我的?|本人的?|家庭|家里|住宅|联系)(?:联系)?(?:电话|座机|号码)(?:号码)?[是为:：]?\\s{0,2})(?:0\\d{2,3}[- ]?)?\\d{7,8}(?!\\d)'
const PASSPORT = '(?<=护照(?:号码?|编号)?[是为:：]?\\s{0,2})[A-Za-z]{1,2}\\d{7,8}(?![0-9A-Za-z])'
const EMAIL = '(?<![\\w.+-])[\\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}'
/**
 * An address only as somebody's own, and only as far as a door: a street alone is what most requests are about.
 * 我住在…8号, 家庭住址：…3单元501室.
 */
const HOME = '(?<=(?:我家?(?:现|就)?住在?|本人(?:现|就)?住在?|现住|家住|家庭(?:住|地)址|户籍(?:住|地)?址|户籍地|(?<!经营|注册)住址|居住地址?)[是为在:：于]?\\s{0,2})(?![在于])[^，。；、\\s:：是为]{2,40}?(?:\\d+|[一二三四五六七八九十]+)(?:号楼?|幢|栋|座|单元|室|户|组)(?:[^，。；、\\s]{0,6}?(?:\\d+|[一二三四五六七八九十]+)(?:号楼?|幢|栋|座|单元|层|楼|室|户))*'

const KINDS: readonly (readonly [PersonalKind, RegExp, ((text: string) => boolean)?])[] = [
  ['身份证号码', new RegExp(RESIDENT_ID, 'gu')],
  ['银行卡号', new RegExp(CARD, 'gu'), passesLuhn],
  ['手机号码', new RegExp(MOBILE, 'gu')],
  ['电话号码', new RegExp(OWN_PHONE, 'gu')],
  ['护照号码', new RegExp(PASSPORT, 'gu')],
  ['电子邮箱', new RegExp(EMAIL, 'gu')],
  ['住址', new RegExp(HOME, 'gu')],
]

/** Every place once, in the order of the text; where two overlap, the kind that is named first above. */
export function personalPlaces(text: string): readonly Place[] {
  const found: Place[] = []
  const plain = halfWidth(text)
  for (const [kind, pattern, holds] of KINDS) {
    for (const match of plain.matchAll(pattern)) {
      const [at, end] = [match.index, match.index + match[0].length]
      if (found.some((other) => at < other.at + other.text.length && other.at < end)) continue
      if (holds === undefined || holds(match[0])) found.push({ kind, at, text: match[0] })
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

/** The check digit of cards (ISO/IEC 7812): nine of ten other numbers fail it. */
function passesLuhn(text: string): boolean {
  const sum = [...text.replace(/\D/g, '')].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Full-width signs read like half-width ones; one sign stays one sign, so that positions hold. */
function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ－＠．]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}
