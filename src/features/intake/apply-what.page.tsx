/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { art } from '#law/citation.ts'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { errorOf, Field, FieldRow, HiddenField, TextArea, TextField } from '#ui/form/index.ts'
import { CheckList } from '#ui/lists.tsx'
import { Columns, Panel } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { StepFrame, type StepView } from './apply-frame.tsx'
import { PaperInput } from './apply-paper-input.tsx'
import { masked, nameOf, personalNumbers, type PersonalNumber } from './apply-warning.ts'

export const MAX_DESCRIPTION = 2000

export interface WhatView extends StepView {
  /** Numbers were just taken out of the description. */
  readonly removed: boolean
  /** What may answer it already, and whether another channel is the right one. */
  readonly before: Child
}

/** Step 3: what is asked (第二项). Warns of personal numbers in the description, and never stops for them. */
export function WhatPage(view: WhatView) {
  const { values, errors, removed } = view
  const at = (field: string) => ({ value: values[field], error: errorOf(errors, field) })
  const found = personalNumbers(values['description'] ?? '')
  const open = found.length > 0 && nameOf(found) !== values['keptNumbers']
  return (
    <Columns kind="portal">
      <div>
        <StepFrame {...view} step="what" help="写得越具体，找得越快。不用写用途和理由。">
          <TextField name="subject" label="信息名称" mark="知道就写" help="例如：江北大道固定式交通技术监控设备验收报告" {...at('subject')} />
          <TextField name="documentRef" label="文号" mark="知道就写" help="例如：示例公交〔2025〕12号" width="half" {...at('documentRef')} />
          <TextArea name="description" label="具体描述" help="写明时间、地点、单位、事项中的几样，让工作人员能查到。" rows={7} max={MAX_DESCRIPTION} required {...at('description')} />
          {removed && <Notice tone="green" title="已经删去"><p>请看看句子还通不通。</p></Notice>}
          {open && <NumberWarning found={found} />}
          {view.before}
          <p class="zx-help">可以写几样，分行写成1、2、3。写的是互不相干的几件事的，可能按“一事一申请”分成几件登记：每件有自己的编号和最晚答复日，分开了会告诉您。 <Cite of={art('109', 4)} form="full" /></p>
          <PeriodFields {...view} />
          <PaperInput view={view} field="attachments" mark="没有可以不传" help="能帮助查找的照片或者文件，例如处罚决定书、路口照片。" />
        </StepFrame>
      </div>
      <aside>
        <Panel title="这样写，找得快" edge="primary">
          <CheckList
            items={['写时间：哪年哪月，或者大概的起止', '写地点、单位：哪条路、哪个小区、哪个部门', '写事项：许可、处罚、验收、合同、批复', '要几样的，分行写成1、2、3', '不用写用途和理由']}
          />
        </Panel>
      </aside>
    </Columns>
  )
}

/** 信息是什么时候形成的: two dates under one sentence, as roughly as they are known. */
function PeriodFields({ values, errors }: StepView) {
  const wrong = errors.filter(({ field }) => field === 'periodFrom' || field === 'periodTo').map(({ message }) => message).join('；')
  const date = (name: 'periodFrom' | 'periodTo', label: string) => (
    <TextField name={name} label={label} value={values[name]} autocomplete="off" invalid={errorOf(errors, name) !== undefined} />
  )
  return (
    <Field name="period" label="信息是什么时候形成的" mark="大概也可以，不知道不写" help="例如：2025年1月1日、2025年1月、2025年" error={wrong === '' ? undefined : wrong} group>
      <FieldRow>{date('periodFrom', '开始日期')}{date('periodTo', '截止日期')}</FieldRow>
    </Field>
  )
}

function NumberWarning({ found }: { found: readonly PersonalNumber[] }) {
  const kinds = [...new Set(found.map(({ kind }) => kind))].join('、')
  const noun = found[0]?.kind === '住址' ? '住址' : found[0]?.kind === '电子邮箱' ? '邮箱' : '号码'
  return (
    <div id="personal-numbers">
      <Notice tone="amber" title={`这段文字里好像有${kinds}`} live>
        {found.map((one) => <p>第{one.line}行：“{masked(one)}”</p>)}
        <p>身份和联系方式前面已经写过，这里不用再写。征求其他单位意见时，描述会给他们看。</p>
        <HiddenField name="warned" value={nameOf(found)} />
        <div class="zx-buttons">
          <Button name="action" value="remove">{found.length === 1 ? `删去这个${noun}` : `删去这${found.length}处`}</Button>
          <Button kind="link" name="action" value="keep">不是{found.length === 1 ? noun : '这些'}，保留</Button>
        </div>
      </Notice>
    </div>
  )
}
