/** A plain HTML part with the same words: paragraphs, line breaks, and addresses as links. */
export function htmlOf(text: string): string {
  const paragraphs = text.split('\n\n').map((paragraph) => `<p>${linked(escape(paragraph)).replaceAll('\n', '<br>')}</p>`)
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body style="font-size:16px;line-height:1.7">${paragraphs.join('')}</body></html>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function linked(escaped: string): string {
  return escaped.replace(/https?:\/\/[\w.:/?=&;%~-]+[\w/=]/g, (url) => `<a href="${url}">${url}</a>`)
}
