import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/** Master keys by id, 32 bytes each. The first one seals; all of them open. */
export interface KeyMaterial {
  readonly id: string
  readonly key: Uint8Array
}

export interface Sealed {
  readonly bytes: Uint8Array
  readonly keyId: string
}

/**
 * Keys derived from the master keys (HKDF-SHA-256, one sub-key per purpose), so that a value sealed or hashed for one
 * purpose says nothing in another.
 */
export interface Keyring {
  readonly currentId: string
  /** AES-256-GCM. `context` is authenticated: a value moved to another row does not open. */
  seal(plain: string, context: string): Sealed
  /** @throws Error when the key is unknown, or the bytes or the context were changed */
  open(sealed: Sealed, context: string): string
  /** The same for files. */
  sealBytes(plain: Uint8Array, context: string): Sealed
  openBytes(sealed: Sealed, context: string): Uint8Array
  /** HMAC-SHA-256 with the current key. */
  hash(value: string, purpose: string): Uint8Array
  /** The same under every key that is held, for finding rows written before a rotation. */
  hashes(value: string, purpose: string): Uint8Array[]
  /** A sealed value as text for a cookie or an address. */
  sealText(plain: string, context: string): string
  /** Null for anything that this keyring did not seal for this context. */
  openText(token: string, context: string): string | null
}

const IV = 12
const TAG = 16

export function createKeyring(keys: readonly KeyMaterial[]): Keyring {
  const current = keys[0]
  if (!current) throw new Error('a keyring needs at least one key')
  const subkeys = new Map<string, Buffer>()
  const subkey = (material: KeyMaterial, purpose: string): Buffer => {
    const name = `${material.id}/${purpose}`
    const known = subkeys.get(name)
    if (known) return known
    const made = Buffer.from(hkdfSync('sha256', material.key, '', `zhixi/${purpose}`, 32))
    subkeys.set(name, made)
    return made
  }
  const hashWith = (material: KeyMaterial, value: string, purpose: string) =>
    new Uint8Array(createHmac('sha256', subkey(material, `hash/${purpose}`)).update(value).digest())

  const ring: Keyring = {
    currentId: current.id,
    seal: (plain, context) => ring.sealBytes(Buffer.from(plain, 'utf8'), context),
    open: (sealed, context) => Buffer.from(ring.openBytes(sealed, context)).toString('utf8'),
    sealBytes(plain, context) {
      const iv = randomBytes(IV)
      const cipher = createCipheriv('aes-256-gcm', subkey(current, 'seal'), iv)
      cipher.setAAD(Buffer.from(context))
      const body = [cipher.update(plain), cipher.final()]
      return { bytes: new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), ...body])), keyId: current.id }
    },
    openBytes(sealed, context) {
      const material = keys.find((key) => key.id === sealed.keyId)
      if (!material) throw new Error(`no key with id ${sealed.keyId}`)
      const bytes = Buffer.from(sealed.bytes)
      const decipher = createDecipheriv('aes-256-gcm', subkey(material, 'seal'), bytes.subarray(0, IV))
      decipher.setAAD(Buffer.from(context))
      decipher.setAuthTag(bytes.subarray(IV, IV + TAG))
      return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]))
    },
    hash: (value, purpose) => hashWith(current, value, purpose),
    hashes: (value, purpose) => keys.map((key) => hashWith(key, value, purpose)),
    sealText(plain, context) {
      const sealed = ring.seal(plain, context)
      return `${sealed.keyId}.${Buffer.from(sealed.bytes).toString('base64url')}`
    },
    openText(token, context) {
      const dot = token.indexOf('.')
      if (dot < 1) return null
      try {
        return ring.open({ keyId: token.slice(0, dot), bytes: Buffer.from(token.slice(dot + 1), 'base64url') }, context)
      } catch {
        return null
      }
    },
  }
  return ring
}

/** Compares without telling where the difference is. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
