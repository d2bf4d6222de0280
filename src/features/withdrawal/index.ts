import { commandApi, commandPages } from '#features/desk/index.ts'
import { recordWithdrawalDoor } from './record-withdrawal.door.tsx'

export { Withdraw, withdraw } from './withdraw.ts'
export { recordWithdrawal } from './record-withdrawal.ts'
export { mayWithdraw } from './withdraw.decide.ts'
export const withdrawalPages = commandPages(recordWithdrawalDoor)
/** `/cases/{number}/withdrawal`, to be mounted under `/api/v1`. */
export const withdrawalApi = commandApi(recordWithdrawalDoor, 'RecordWithdrawal')
