import { commandApi, commandPages } from '#features/desk/index.ts'
import { deliverDoor } from './deliver.door.tsx'

export { mayConfirmDelivery } from './confirm-delivery.decide.ts'
export { confirmDelivery } from './confirm-delivery.ts'
export { deliver } from './deliver.ts'
export { readyToDeliver } from './deliver.decide.ts'
export { DeliverReply } from './deliver.schema.ts'
export const deliveryPages = commandPages(deliverDoor)
/** `/cases/{number}/delivery`, to be mounted under `/api/v1`. */
export const deliveryApi = commandApi(deliverDoor, 'DeliverReply')
