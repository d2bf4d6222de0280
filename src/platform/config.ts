import * as z from 'zod'
import { addressIn } from './mail/address.ts'
import { parseQuietHours } from './sms/quiet-hours.ts'

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
const port = z.coerce.number().int().min(0).max(65535)
const quietHours = z.string().transform((text, context) => {
  const hours = parseQuietHours(text)
  if (hours) return hours
  context.addIssue({ code: 'custom', message: '写成21:00-08:00，不要静默就写off' })
  return z.NEVER
})
const sender = z.string().refine((text) => z.email().safeParse(addressIn(text).address).success, { error: '写成 示例市公安局 <noreply@example.gov.cn>' })

/** Settings from the environment; docs/configuration.md lists them. Read once, in `main.*`. */
const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  ZHIXI_DATA: z.string().min(1).default('.data'),
  ZHIXI_KEYS: z.string().optional(),
  /** Address under which people reach the system, e.g. https://open.example.gov.cn; decides links, QR codes and secure cookies. */
  ZHIXI_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Proxies in front that set X-Forwarded-For. */
  ZHIXI_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Requests per minute and address on the public endpoints. */
  ZHIXI_PUBLIC_RATE: z.coerce.number().int().min(1).default(60),
  ZHIXI_DEMO: flag.optional(),
  ZHIXI_DB_POOL: z.coerce.number().int().min(1).max(200).default(10),
  ZHIXI_FONT_BODY: z.string().optional(),
  ZHIXI_FONT_TITLE: z.string().optional(),
  ZHIXI_FONT_KAI: z.string().optional(),
  ZHIXI_FONT_HEI: z.string().optional(),
  ZHIXI_FONT_SONG: z.string().optional(),
  ZHIXI_FONT_FALLBACK: z.string().optional(),
  /** Folder of the papers that people hand in; `files` in the data folder when unset. */
  ZHIXI_FILES: z.string().min(1).optional(),
  /** A store that speaks S3 in place of the folder. */
  ZHIXI_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  ZHIXI_S3_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/).optional(),
  ZHIXI_S3_REGION: z.string().min(1).default('us-east-1'),
  ZHIXI_S3_KEY_ID: z.string().min(1).optional(),
  ZHIXI_S3_SECRET: z.string().min(1).optional(),
  /** ClamAV's daemon, host:port or the path of its socket. */
  ZHIXI_CLAMD: z.string().regex(/^(\/.+|(\[[0-9a-fA-F:]+\]|[^:\s/]+):\d{1,5})$/, '要写成 主机:端口 或者 /套接字的路径').optional(),
  /** Mail server, and the sender that applicants see. */
  ZHIXI_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  ZHIXI_MAIL_FROM: sender.optional(),
  /** SMS gateway, the key that signs requests to it, and 短信签名. */
  ZHIXI_SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  ZHIXI_SMS_KEY_ID: z.string().optional(),
  ZHIXI_SMS_SECRET: z.string().min(16).optional(),
  ZHIXI_SMS_SIGN: z.string().max(20).optional(),
  ZHIXI_QUIET_HOURS: quietHours.prefault('21:00-08:00'),
})

/** Settings that are of no use without each other. */
const TOGETHER = [
  ['ZHIXI_S3_ENDPOINT', 'ZHIXI_S3_BUCKET', 'ZHIXI_S3_KEY_ID', 'ZHIXI_S3_SECRET'],
  ['ZHIXI_SMTP_URL', 'ZHIXI_MAIL_FROM'],
  ['ZHIXI_SMS_URL', 'ZHIXI_SMS_KEY_ID', 'ZHIXI_SMS_SECRET', 'ZHIXI_SMS_SIGN'],
] as const

const Settings = Environment.superRefine((config, context) => {
  for (const names of TOGETHER) {
    const missing = names.filter((name) => config[name] === undefined)
    if (missing.length > 0 && missing.length < names.length) {
      for (const name of missing) context.addIssue({ code: 'custom', path: [name], message: `设了${names.filter((one) => config[one] !== undefined).join('、')}，也要设这一项` })
    }
  }
})

export type Config = z.infer<typeof Environment>

/** @throws Error with one line per wrong setting */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const result = Settings.safeParse(filled)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`设置有误。${lines.join('；')}`)
}
