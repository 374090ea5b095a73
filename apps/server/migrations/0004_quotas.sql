-- How often somebody may do something, counted once for all processes and kept over a restart.
create table quota_grants (
  id bigint primary key generated always as identity,
  key text not null,
  amount integer not null check (amount >= 0),
  granted_at timestamptz not null default clock_timestamp(),
  counts_until timestamptz not null
);
create index quota_grants_by_key on quota_grants (key, counts_until);
create index quota_grants_by_end on quota_grants (counts_until);

create function take_quota(
  quota_key text, quota_limit integer, quota_window interval, wanted integer, held_for interval,
  out grant_id bigint, out granted integer, out retry_after interval
) language plpgsql as $$
declare
  used integer;
  moment timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended(quota_key, 0));
  moment := clock_timestamp();
  delete from quota_grants where key = quota_key and counts_until <= moment;
  select coalesce(sum(amount), 0) into used from quota_grants where key = quota_key;

  granted := greatest(0, least(wanted, quota_limit - used));
  if granted > 0 then
    insert into quota_grants (key, amount, granted_at, counts_until)
      values (quota_key, granted, moment, moment + quota_window + held_for)
      returning id into grant_id;
  else
    select min(counts_until) - moment into retry_after from quota_grants where key = quota_key and amount > 0;
  end if;
end
$$;
comment on function take_quota is
  'Grants up to what is wanted so that no window of that length ever sees more than the limit; held_for is how long a grant may lie unused.';
