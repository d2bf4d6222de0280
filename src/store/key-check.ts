import { createKeyring, sameBytes, type KeyMaterial } from '#platform/crypto/keyring.ts'
import type { Database } from '#platform/db/connect.ts'
import type { Instant } from '#law/instant.ts'
import { keyCheck } from './tables/key-check.table.ts'

/**
 * Compares the keys at hand with those that this database was sealed with, and notes new ones. A key file that was lost, and
 * made anew at a start, would otherwise seal new data while the old can no longer be opened.
 * @throws Error with one sentence for the operator
 */
export async function checkKeys(db: Database, keys: readonly KeyMaterial[], now: Instant): Promise<void> {
  const held = keys.map((material) => ({ keyId: material.id, fingerprint: createKeyring([material]).hash('知悉', 'key-check'), firstUsedAt: now }))
  await db.transaction(async (tx) => {
    const known = await tx.select().from(keyCheck)
    for (const { keyId, fingerprint } of held) {
      const before = known.find((one) => one.keyId === keyId)
      if (before && !sameBytes(before.fingerprint, fingerprint)) {
        throw new Error(`密钥“${keyId}”不是封存这个数据库用的那一把。请从备份恢复密钥文件 keys.json（或者改正 ZHIXI_KEYS）再启动；用别的密钥，已存的个人信息打不开`)
      }
    }
    if (known.length > 0 && !held.some(({ keyId }) => known.some((one) => one.keyId === keyId))) {
      throw new Error(`这个数据库用密钥“${known.map((one) => one.keyId).join('、')}”封存，现在一把也没有。请从备份恢复，换新密钥时旧密钥要排在后面一起保留`)
    }
    await tx.insert(keyCheck).values(held).onConflictDoNothing()
  })
}
