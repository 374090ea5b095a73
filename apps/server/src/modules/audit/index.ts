export type { Event } from './audit.queries.ts'
export { recordEvent } from './record-event.ts'
