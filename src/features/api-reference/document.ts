import type { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import type { WebEnv } from '#store/web-env.ts'

/** What the OpenAPI 3.1 document says beside the routes. */
const DOCUMENTATION = {
  openapi: '3.1.0',
  info: {
    title: '知悉 接口',
    version: '1',
    description: [
      '政府信息公开申请的登记、办理、答复和查询。日期一律为 YYYY-MM-DD（北京时间），时刻一律为 UTC 的 ISO 8601，金额以分为单位。',
      '错误按 RFC 9457 以 application/problem+json 返回：code 给程序看，detail 给人看，errors 逐项写明字段，cite 是依据的条款。',
      '工作人员用 POST /api/v1/session 取得令牌，放在请求头 Authorization: Bearer 里。',
    ].join('\n\n'),
  },
  servers: [{ url: '/' }],
  tags: [
    { name: '申请', description: '提交和录入；凭申请编号和查询码查询进度' },
    { name: '计算', description: '期限、信息处理费、复议诉讼期限；不用登录，不保存内容' },
    { name: '登录', description: '工作人员的会话' },
    { name: '案件', description: '列表、案卷、拟稿、审核、签发' },
    { name: '办理', description: '受理、分办、定处理决定、送达、归档' },
    { name: '文书', description: '答复书、回执' },
    { name: '消息', description: '发给申请人的邮件和短信' },
    { name: '目录', description: '已经公开的和公开目录里的：申请以前列给申请人看，有没有用' },
    { name: '导入旧登记', description: '以前的登记表成为案件：上传、定列、逐行检查、导入' },
    { name: '日历', description: '放假安排、本地临时放假；改了以后重新计算在办案件的期限' },
  ],
  components: {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', description: 'POST /api/v1/session 返回的 token' },
      cookie: { type: 'apiKey', in: 'cookie', name: 'zhixi.session_token', description: '浏览器登录后的会话；https 时名为 __Secure-zhixi.session_token' },
    },
  },
} as const

/** The document, made from the routes of the whole app. Only `/api/v1` is described. */
export async function openApiDocument(app: Hono<WebEnv>) {
  return generateSpecs(app, { documentation: DOCUMENTATION as never, excludeStaticFile: true })
}
