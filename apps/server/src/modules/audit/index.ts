export { eventIn, eventValues } from './audit.queries.ts'
export { eventsData } from './events-data.ts'
export { recordEvent } from './record-event.ts'
