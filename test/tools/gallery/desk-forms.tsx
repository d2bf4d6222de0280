/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import { NextHandler } from '#ui/actions.tsx'
import { ClockBadge, OutcomeBadge, Tag } from '#ui/badge.tsx'
import { Button, Buttons } from '#ui/button.tsx'
import { CaseHead } from '#ui/case-head.tsx'
import { Cite } from '#ui/cite.tsx'
import { DayTable, Working } from '#ui/clock/index.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Checkbox, Csrf, DateField, ErrorSummary, FieldRow, FormSection, Radios, Segments, TextArea, TextField } from '#ui/form/index.ts'
import { KeyHint } from '#ui/key-hint.tsx'
import { WorkbenchPage } from '#ui/layout-workbench.tsx'
import { GatePanel, LetterPreview, LockedPart, Paper } from '#ui/letter-editor.tsx'
import { CheckList } from '#ui/lists.tsx'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { StepList } from '#ui/steps.tsx'
import { FRAME } from './desk.tsx'
import { EXTENDED, TODAY } from './sample.ts'

const HEAD = <CaseHead number="2026-0159" subject="看守所食材配送项目合同、履约验收材料" tags={<><Tag>法人・商业企业</Tag><Tag tone="primary">办理中・第5问</Tag></>} badge={<ClockBadge clock={EXTENDED} long />} due="最晚11月30日（周一）" />
const choices = (...labels: string[]) => labels.map((label) => ({ value: label, label }))

export function WindowForm() {
  return (
    <WorkbenchPage {...FRAME} title="录入纸质申请" current="intake" context={<>全程键盘：<KeyHint keys="Tab" label="下一格" /><KeyHint keys="1 – 6" label="选渠道" /><KeyHint keys="Ctrl Enter" label="存并打印回执" /></>}>
      <Columns kind="window">
        <Panel>
          <ErrorSummary errors={[{ field: 'signedOn', message: '签收日2026年11月25日还没到' }]} />
          <form method="post" action="/desk/intake">
            <Csrf token="t" />
            <FormSection title="收件" jump={1}>
              <Segments name="channel" label="渠道" keys value="挂号或者EMS" options={choices('当面', '口头代填', '挂号或者EMS', '平常信函', '传真', '网上补录')} />
              <FieldRow of={3}>
                <DateField name="signedOn" label="签收日" value="2026-11-25" readBack="2026年11月25日（周三）" error="签收日2026年11月25日还没到" />
                <TextField name="mailNo" label="邮件号" value="1100 0000 0000 0" />
                <TextField name="signedBy" label="签收人" value="本局收发室" />
              </FieldRow>
            </FormSection>
            <FormSection title="申请人" jump={2}>
              <Segments name="kind" label="类别" value="公民" options={choices('公民', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他')} />
              <FieldRow of={3}>
                <TextField name="name" label="姓名" value="申请人丙" />
                <TextField name="idNumber" label="证件" badge={<Tag tone="green">号码有效</Tag>} value="身份证 0000 **** **** **** 01" />
                <TextField name="phone" label="电话" value="000 0000 0001" />
              </FieldRow>
              <FieldRow of="2-1"><TextField name="address" label="通信地址" value="云川市滨河区江北大道某号某室" /><TextField name="email" label="电子邮箱" mark="可不填" /></FieldRow>
            </FormSection>
            <FormSection title="需要的信息" jump={3}>
              <TextArea name="content" label="内容描述，照原件录入" value="申请公开滨河路地下通道内视频监控的安装点位、安装时间、录像保存期限，以及管理单位。" rows={3} max={2000} />
              <Checkbox name="many" label="含多件事，存后拆分（一事一申请）" /><Checkbox name="scanned" label="原件已扫描：3页" checked />
            </FormSection>
            <FormSection title="怎么给" jump={4}>
              <FieldRow><Segments name="form" label="形式" value="纸质" options={choices('纸质', '电子文件', '查阅抄录')} /><Segments name="way" label="途径" value="邮寄" options={choices('邮寄', '自取', '邮箱', '当面')} /></FieldRow>
            </FormSection>
            <Buttons end={<span class="zx-meta">用时1分12秒</span>}><Button kind="primary" keys="Ctrl Enter">存并打印回执</Button><Button keys="Ctrl Shift Enter" name="again" value="1">存，再录一份</Button></Buttons>
          </form>
        </Panel>
        <Stack as="aside">
          <Panel edge="navy" title="回执上会写">
            <DefinitionList items={[
              { term: '收到日', value: <><b class="zx-lead">2026年11月20日（周五）</b><p class="zx-meta">邮寄，签收之日。谁签收都算，内部转交不推迟。</p><Cite of={art('711', 31, undefined, 2)} form="full" block /></> },
              { term: '最晚答复', value: <><b class="zx-lead">2026年12月18日（周五）</b><p class="zx-meta">次日起数20个工作日</p><Cite of={art('711', 33, 2)} form="full" block /></> },
            ]} />
          </Panel>
          <Panel edge="amber" title="可能重复，2件"><p><a href="#"><b>2026-0174</b></a> <OutcomeBadge outcome="reconsideration_corrected" /> <OutcomeBadge outcome="not_reviewed" /> <OutcomeBadge outcome="litigation_upheld" /></p><p>滨河路地下通道<mark>视频监控点位</mark>及<mark>保存期限</mark></p><p class="zx-meta">照常登记，不拒收。</p></Panel>
        </Stack>
      </Columns>
    </WorkbenchPage>
  )
}

export function Review() {
  return (
    <WorkbenchPage {...FRAME} title="七步审查" current="cases" context={<a href="#">返回2026-0159</a>}>
      {HEAD}
      <Columns kind="review">
        <StepList steps={[
          { name: '补不补', state: 'done', answer: '内容明确，不补正', href: '#' }, { name: '是不是', state: 'done', answer: '是政府信息', href: '#' }, { name: '谁负责', state: 'done', answer: '本局制作、保存', href: '#' }, { name: '有没有', state: 'done', answer: '有，检索到3件', href: '#' },
          { name: '给不给', state: 'open', answer: '正在答', href: '#' }, { name: '怎么给', state: 'later', answer: '未答' }, { name: '怎么答', state: 'later', answer: '未答' },
        ]} />
        <Panel flush>
          <div class="zx-question"><h2>5 给不给</h2><p class="zx-meta">这3件信息能不能给申请人？能分开的，可以只给一部分。</p></div>
          <form method="post" action="#" class="zx-panel-body">
            <Csrf token="t" />
            <Radios name="give" label="给" quiet value="part" options={[
              { value: 'all', label: '全部给', cite: <Cite of={[art('711', 13), art('711', 36, undefined, 2)]} /> },
              { value: 'part', label: '能分开，给一部分', cite: <Cite of={art('711', 37)} />, badge: <Tag tone="primary">已选</Tag>, hint: '不公开的部分须在下面选依据并写理由', children: (
                <Radios name="ground" label="不公开的部分，依据是" value="third" options={[
                  { value: 'third', label: '商业秘密、个人隐私，公开会损害第三方', cite: <Cite of={art('711', 15)} />, hint: '第三方同意，或者不公开会对公共利益造成重大影响的，予以公开。', badge: <Tag tone="green">已征求意见</Tag> },
                  { value: 'internal', label: '内部事务：人事、后勤、内部工作流程', cite: <Cite of={art('711', 16, 1)} />, hint: '可以不予公开' },
                ]} />
              ) },
            ]} />
            <Radios name="give" id="f-deny" label="不给" quiet columns={2} options={[{ value: 'secret', label: '国家秘密', cite: <Cite of={art('711', 14)} /> }, { value: 'law', label: '法律、行政法规禁止公开', cite: <Cite of={art('711', 14)} /> }, { value: 'safety', label: '三安全一稳定', cite: <Cite of={art('711', 14)} /> }]} />
            <TextArea name="why" label="哪些不公开，为什么" mark="写进答复书" rows={3} value="成本构成表（4页）载明该公司采购渠道和单位成本，未对外公开。" />
            <Buttons end={<KeyHint keys="Ctrl Enter" label="保存并继续" />}><Button kind="primary">保存，答第6问</Button><Button>先存着</Button></Buttons>
          </form>
        </Panel>
        <Stack as="aside">
          <Panel edge="navy" title="这样答，结果是"><DefinitionList items={[{ term: '处理决定', value: <><b class="zx-lead">部分公开</b><Cite of={[art('711', 37), art('711', 15)]} block /></> }, { term: '文书', value: '部分公开告知书' }, { term: '年报', value: '表三 三（二）部分公开' }]} /></Panel>
          <Panel title="为什么成立"><CheckList items={['信息存在，本局负责（第3、4问）', <>已书面征求第三方，11月6日回复 <Cite of={art('711', 32)} /></>]} /></Panel>
          <Panel title="怎么算的"><Working steps={EXTENDED.working} /></Panel>
        </Stack>
      </Columns>
    </WorkbenchPage>
  )
}

export function Letter() {
  return (
    <WorkbenchPage {...FRAME} title="拟稿" current="cases" context={<a href="#">返回2026-0159</a>}>
      {HEAD}
      <Columns kind="letter">
        <Stack>
          <GatePanel items={[
            { level: 'block', text: <>正文写公开2件，附件清单只列1件。补上“季度履约验收单”，或者改第6问。<Cite of={art('711', 36, undefined, 2)} block /></>, action: <Button href="#">去改</Button> },
            { level: 'explain', text: <>成本构成表整份不公开。写明为什么不能只遮盖其中一部分。<Cite of={art('711', 37)} /></>, field: <TextField name="reason" label="理由" placeholder="例如：各栏相加能推算出单位成本" /> },
          ]} passed={['文号格式', '收到日与案卷一致', '救济期限']} />
          <Panel title="正文" meta="模板：部分公开告知书，2026年3月1日版" end={<a href="#">看修改处（4）</a>}>
            <form class="zx-letter-parts" method="post" action="#" data-refresh="/preview" data-refresh-target="preview">
              <Csrf token="t" />
              <LockedPart decidedBy="标题、文号，由模板定"><p>云公开告〔2026〕　　号（签发时编号）</p><p><b>政府信息部分公开告知书</b></p></LockedPart>
              <LockedPart decidedBy="来自案卷">本局于<b>2026年9月29日</b>收到你单位通过<b>邮寄</b>提交的政府信息公开申请（编号<b>2026-0159</b>），</LockedPart>
              <TextArea name="facts" label="事实和理由" mark="来自第4、5问，可以改" rows={3} value="经检索，本局制作并保存上述信息3件。" />
              <LockedPart decidedBy="救济告知，由决定和日期定，不能改">如不服不予公开部分，可以自收到本告知书之日起60日内向云川市人民政府申请行政复议。</LockedPart>
            </form>
          </Panel>
        </Stack>
        <Stack>
          <LetterPreview meta="A4，信函格式，第1页，共2页" end={<Button icon="plus" small>放大</Button>}>
            <div id="preview"><Paper agency="云川市公安局" number="云公开告〔2026〕待编号" title="政府信息部分公开告知书"><p>本局于2026年9月29日收到你单位通过邮寄提交的政府信息公开申请（编号2026-0159）。</p><p>经检索，本局制作并保存上述信息3件。</p></Paper></div>
          </LetterPreview>
          <NextHandler who="科室负责人丙" place="（监管支队，今天不在岗，周一在岗）" detail="丙退回或者同意。同意后同时交法制审核丁、保密审查戊。您不能审自己拟的稿。"><Button kind="primary" disabled>送科室审核</Button><span class="zx-open-count">还有1项须改、1项须说明</span><span class="zx-push"><Button>存稿</Button></span></NextHandler>
          <Panel title="逐日列表" flush><DayTable clock={EXTENDED} today={TODAY} /></Panel>
        </Stack>
      </Columns>
    </WorkbenchPage>
  )
}
