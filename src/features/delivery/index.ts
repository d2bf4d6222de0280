export { deliver } from './deliver.ts'
export { DeliverReply } from './deliver.schema.ts'
