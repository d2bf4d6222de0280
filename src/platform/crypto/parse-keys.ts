import type { KeyMaterial } from './keyring.ts'

/** `k2:<base64>,k1:<base64>`, newest first; each key is 32 bytes. */
export function parseKeys(text: string): KeyMaterial[] {
  return text.split(',').map((part) => {
    const colon = part.indexOf(':')
    return material(part.slice(0, colon).trim(), part.slice(colon + 1).trim())
  })
}

/** @throws Error for an id or key of the wrong shape */
export function material(id: string, base64: string): KeyMaterial {
  const key = new Uint8Array(Buffer.from(base64, 'base64'))
  if (!/^[A-Za-z0-9_-]+$/.test(id) || key.length !== 32) throw new Error(`ZHIXI_KEYS 或者密钥文件里的密钥“${id}”写得不对：要有编号，密钥是32字节的 base64`)
  return { id, key }
}
