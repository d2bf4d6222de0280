/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Services } from '#store/context.ts'
import { errorOf, FieldRow, TextField } from '#ui/form/index.ts'
import { StepFrame, type StepView } from './apply-frame.tsx'

/** Step 2: how to reach the applicant; one way is enough. */
export function ContactPage({ ways, ...view }: StepView & { readonly ways: Services['messageWays'] }) {
  const at = (field: string) => ({ value: view.values[field], error: errorOf(view.errors, field) })
  const organization = (view.values['applicantKind'] ?? 'natural_person') !== 'natural_person'
  return (
    <StepFrame {...view} step="contact" help="电话、邮箱、地址至少写一样。需要补正或者有疑问的，用它联系您。">
      {organization && <TextField name="contactName" label="联系人" mark="知道就写" help="单位里办这件事的人" width="half" {...at('contactName')} />}
      <TextField name="phone" label="电话" type="tel" inputmode="tel" autocomplete="tel" help={`手机或者带区号的固定电话${ways?.sms ? '。写内地手机号的，有了进展发短信，夜里不发' : ''}`} width="half" {...at('phone')} />
      <TextField name="email" label="电子邮箱" type="email" inputmode="email" autocomplete="email" help={`要电子文件的请写${ways?.email ? '。有了进展也发到这里' : ''}`} width="half" {...at('email')} />
      <FieldRow of="2-1">
        <TextField name="address" label="通信地址" autocomplete="street-address" help="要邮寄的请写，写到门牌号" {...at('address')} />
        <TextField name="postcode" label="邮政编码" mark="可不填" help="6位数字，寄信用" inputmode="numeric" autocomplete="postal-code" {...at('postcode')} />
      </FieldRow>
    </StepFrame>
  )
}
