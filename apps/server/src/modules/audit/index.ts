export {
  type Event,
  eventIn,
  eventValues,
  type FlagChanges,
  listActivity,
  listEvents,
  listStoreEvents,
  listUndoings,
  type TrailCursor,
  type TrailEvent,
  type Undoing,
} from './audit.queries.ts'
export { eventsData } from './events-data.ts'
export { recordEvent, recordEvents } from './record-event.ts'
