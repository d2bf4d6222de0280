import type { Matter } from './matters.ts'

/** Texts of the demonstration replies, by decision. */
type Texts<T> = Readonly<Record<'granted' | 'not_held' | 'refused_internal_affairs', T>>

export const REASONS: Texts<string> = {
  granted: '经检索，本机关制作并保存上述信息，属于可以公开的政府信息。',
  not_held: '经检索本机关档案系统和业务系统，没有制作或者获取过上述信息。',
  refused_internal_affairs: '上述信息是内部值班安排，属于内部工作流程方面的内部事务信息，对外不产生影响。',
}

export const PARTS: Texts<{ readonly facts: string; readonly decisionText: string; readonly attachments: string }> = {
  granted: {
    facts: '经检索，本机关制作并保存你申请的上述信息。经审查，该信息属于可以公开的政府信息。',
    decisionText: '向你公开上述信息，以电子文件形式通过你所选的途径提供（见附件）。',
    attachments: '你申请公开的政府信息',
  },
  not_held: {
    facts: '本机关检索了2020年以来的档案管理系统和相关业务系统，检索方法为按名称、关键词逐项查找。经检索，没有你申请的上述信息。',
    decisionText: '你申请公开的政府信息不存在。',
    attachments: '',
  },
  refused_internal_affairs: {
    facts: '经审查，你申请的上述信息是本机关内部值班安排，属于行政机关内部事务信息中内部工作流程方面的信息。',
    decisionText: '对你申请公开的上述信息不予公开。',
    attachments: '',
  },
}

/** The draft that answers a demonstration case; what is granted is enclosed under its own name. */
export function replyTo({ description, subject, decision = 'granted' }: Matter) {
  const parts = PARTS[decision]
  return { requestText: description, ...parts, attachments: parts.attachments === '' ? '' : subject }
}
