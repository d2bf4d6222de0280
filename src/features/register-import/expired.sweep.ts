import { and, isNotNull, lte } from 'drizzle-orm'
import type { SweepTask } from '#store/outbox-sweep.ts'
import { registerImport } from './register-import.table.ts'

/** Files of registers that nobody imported, and the faulty lines of those that were. */
export const expiredRegisters: SweepTask = {
  name: 'expired-registers',
  async sweep(tx, ctx) {
    const gone = await tx
      .update(registerImport)
      .set({ content: null, keyId: null })
      .where(and(isNotNull(registerImport.content), lte(registerImport.expiresAt, ctx.now)))
      .returning({ id: registerImport.id })
    return gone.map(({ id }) => `register ${id}`)
  },
}
