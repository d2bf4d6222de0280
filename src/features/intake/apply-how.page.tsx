/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { FORMS, WAYS, type Form, type Way } from '#case/words.ts'
import { art } from '#law/citation.ts'
import { Cite } from '#ui/cite.tsx'
import { errorOf, Radios, TextField } from '#ui/form/index.ts'
import { StepFrame, type StepView } from './apply-frame.tsx'

const FORM_HINTS: Record<Form, string> = {
  paper: '复印件或者打印件',
  electronic: 'PDF等文件',
  inspection: '到现场看原件、抄写，要带身份证明',
}
const WAY_HINTS: Record<Way, string> = {
  post: '寄到您写的地址，用挂号信或者EMS；电子文件刻成光盘寄',
  pickup: '办好了通知您，到服务窗口领取',
  email: '发到您的邮箱',
  on_site: '约好时间，在服务窗口当面给您',
}

/** Step 4: form and way of what is given (第三项). The address is asked where the choice needs it. */
export function HowPage(view: StepView) {
  const { values, errors } = view
  const at = (field: string) => ({ value: values[field], error: errorOf(errors, field) })
  const more: Partial<Record<Way, unknown>> = {
    post: <TextField name="address" label="通信地址" mark="选邮寄要写" autocomplete="street-address" {...at('address')} />,
    email: <TextField name="email" label="电子邮箱" mark="选电子邮件要写" type="email" inputmode="email" autocomplete="email" {...at('email')} />,
  }
  const ways = (Object.keys(WAYS) as Way[]).map((value) => ({ value, label: WAYS[value], hint: WAY_HINTS[value], ...(more[value] ? { children: more[value] as never } : {}) }))
  return (
    <StepFrame {...view} step="how" help={<>尽量按您选的给。有可能损坏原件或者成本太高的，会换一种形式，并告诉您。 <Cite of={art('711', 40)} form="full" /></>}>
      <Radios name="form" label="要什么形式" help="拿不准的选电子文件，最快。" error={at('form').error} value={values['form'] ?? 'electronic'} options={(Object.keys(FORMS) as Form[]).map((value) => ({ value, label: FORMS[value], hint: FORM_HINTS[value] }))} />
      <Radios name="way" label="怎么给您" help="纸质的不能用电子邮件；查阅、抄录要到现场。" error={at('way').error} value={values['way'] ?? (values['email'] ? 'email' : undefined)} options={ways} />
    </StepFrame>
  )
}
