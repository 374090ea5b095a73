export {
  type Event,
  eventIn,
  eventValues,
  type FlagChanges,
  listEvents,
  type TrailCursor,
  type TrailEvent,
} from './audit.queries.ts'
export { recordEvent, recordEvents } from './record-event.ts'
