import * as z from 'zod'

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
const port = z.coerce.number().int().min(0).max(65535)

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
})

export type Config = z.infer<typeof Environment>

/** @throws Error with one line per wrong setting */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const result = Environment.safeParse(filled)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`设置有误。${lines.join('；')}`)
}
