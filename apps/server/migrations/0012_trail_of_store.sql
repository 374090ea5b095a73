-- Who changed the settings of the store, newest first, without reading the trail of everybody.
-- squawk-ignore-file require-concurrent-index-creation
create index audit_events_of_store on audit_events (occurred_at desc) where name = 'store.changed';
