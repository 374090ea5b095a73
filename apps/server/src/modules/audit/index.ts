export {
  type Event,
  eventIn,
  eventValues,
  type FlagChanges,
  listEvents,
  listStoreEvents,
  type TrailCursor,
  type TrailEvent,
} from './audit.queries.ts'
export { eventsData } from './events-data.ts'
export { recordEvent, recordEvents } from './record-event.ts'
