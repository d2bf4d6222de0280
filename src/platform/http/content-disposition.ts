/** RFC 6266 with the name in UTF-8 (RFC 8187), and one in ASCII for old programs. */
export function contentDisposition(kind: 'inline' | 'attachment', filename: string): string {
  const plain = filename.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')
  const ascii = plain.replaceAll(/[^\x20-\x7e]+/g, '_').replaceAll('%', '_')
  const encoded = encodeURIComponent(plain.toWellFormed()).replaceAll(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
