-- The trail of everything that changes, written in the transaction of the change itself.
create table audit_events (
  id uuid primary key,
  name text not null check (name ~ '^[a-z_]+\.[a-z_]+$'),
  occurred_at timestamptz not null default now(),
  actor_id uuid,
  actor_role text not null check (actor_role <> ''),
  actor_address text not null default '',
  request_id text not null default '',
  customer_id uuid,
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object')
);
comment on table audit_events is 'Append-only. Ids without foreign keys: the trail outlives the people in it.';

create index audit_events_by_customer on audit_events (customer_id, occurred_at desc) where customer_id is not null;
create index audit_events_by_actor on audit_events (actor_id, occurred_at desc) where actor_id is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger audit_events_append_only before update or delete or truncate on audit_events
  for each statement execute function refuse_change();
