-- Which batches of a customer's history were undone, without reading the whole of it.
-- squawk-ignore-file require-concurrent-index-creation
create index audit_events_of_undoing on audit_events (customer_id, (detail ->> 'undone_batch_id'))
  where detail ? 'undone_batch_id';
