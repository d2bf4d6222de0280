/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Button, Buttons } from '#ui/button.tsx'
import { Checkbox, Csrf, DateField, ErrorSummary, errorOf, Field, FieldRow, Radios, TextArea, TextField } from '#ui/form/index.ts'
import { Icon } from '#ui/icons.tsx'
import { PortalPage } from '#ui/layout-portal.tsx'
import { LinkList } from '#ui/lists.tsx'
import { Columns, Panel } from '#ui/panel.tsx'
import { StepBar } from '#ui/steps.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { AGENCY } from './sample.ts'

const ERRORS = [
  { field: 'until', message: '“截止日期”早于“开始日期”' },
  { field: 'files', message: '附件“路口照片.heic”打不开，请换成JPG、PNG或PDF' },
]

export function Apply() {
  return (
    <PortalPage title="需要什么信息" agency={AGENCY} current="apply" back={{ href: '/apply/contact', label: '返回上一步：联系方式' }} path="/apply" error>
      <Columns kind="portal">
        <div>
          <StepBar steps={['您是谁', '联系方式', '需要什么信息', '怎么给您', '核对提交']} current={3} />
          <ErrorSummary errors={ERRORS} />
          <h1>需要什么信息</h1>
          <p class="zx-help">一份申请写一件事。写得越具体，找得越快。</p>
          <form method="post" action="/apply" data-refresh="/suggest" data-refresh-target="published">
            <Csrf token="t" />
            <TextField name="name" label="信息名称或者文号" mark="知道就写" help="例如：《关于设置固定式交通技术监控设备的通告》、云公交〔2025〕12号" value="江北大道与学府路口电子警察验收报告" />
            <TextArea name="content" label="具体描述" help="写明时间、地点、单位、事项中的几样，让工作人员能查到。" max={2000} rows={5} value={'申请公开江北大道与学府路交叉口闯红灯自动记录系统的：1. 设置和启用时间；2. 验收报告；3. 最近一次检定证书。\n我的身份证号000000190001010000'} />
            <Notice tone="amber" title="这段文字里好像有身份证号码">
              <p>第3行：“0000 **** **** **** 00”。前面已经验证过您的身份，这里不用再写。</p>
              <div class="zx-buttons"><Button>删去这个号码</Button><Button kind="link">不是号码，保留</Button></div>
            </Notice>
            <Field name="period" label="信息是什么时候形成的" mark="大概也可以" help="例如：2025年1月1日" error="截止日期2024年3月1日早于开始日期2025年1月1日，请改其中一个" group>
              <FieldRow>
                <DateField name="since" label="开始日期" value="2025年1月1日" readBack="2025年1月1日（周三）" />
                <DateField name="until" label="截止日期" value="2024年3月1日" invalid />
              </FieldRow>
            </Field>
            <Field name="files" label="附件" mark="没有可以不传" help="能帮助查找的照片或者文件，每个不超过10MB，最多5个。" error={errorOf(ERRORS, 'files')} group>
              <p class="zx-file"><Icon name="page" /><span>路口照片.heic</span><span class="zx-meta">3.2MB</span><span class="zx-push"><Button kind="danger" small>移除</Button></span></p>
              <Button icon="plus" type="button" id="f-files">添加文件</Button>
            </Field>
            <Radios name="who" label="您是谁" value="person" options={[{ value: 'person', label: '公民' }, { value: 'org', label: '法人或者其他组织', hint: '公司、研究机构、社会组织、律师事务所等' }]} />
            <Checkbox name="agree" label="我看过上面写的，内容属实" checked />
            <Buttons note="草稿保存30天，只有您凭查询码能打开。"><Button kind="primary">保存并继续</Button><Button name="later" value="1">先存着，以后再填</Button></Buttons>
          </form>
        </div>
        <div id="published">
          <Panel edge="primary" title="这些已经公开了">
            <p class="zx-meta" data-say="找到3条已经公开的信息">按您写的内容找到3条。如果正好是您要的，今天就能拿到。</p>
            <LinkList rows={[{ label: '江北大道等18处路口启用闯红灯自动记录系统的通告', href: '#', about: '2025年3月14日，含启用时间和地点' }, { label: '固定式交通技术监控设备设置地点（2026年版）', href: '#', about: '2026年6月18日，附表第112行' }]} />
            <div class="zx-stack"><Button wide href="#">就是这个，不用申请了</Button><Button kind="link" wide href="#">都不是，我继续申请</Button></div>
          </Panel>
        </div>
      </Columns>
    </PortalPage>
  )
}
