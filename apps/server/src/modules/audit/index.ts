export { type Event, eventIn, eventValues } from './audit.queries.ts'
export { recordEvent } from './record-event.ts'
