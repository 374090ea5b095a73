-- How people prove who they are: passwords, what was tried, sessions, and links that work once.
create table credentials (
  customer_id uuid primary key references customers on delete cascade,
  password_hash text not null check (password_hash <> ''),
  changed_at timestamptz not null default now()
);

create table sign_in_attempts (
  email_hash bytea primary key check (octet_length(email_hash) = 32),
  failures integer not null check (failures > 0),
  last_tried_at timestamptz not null default clock_timestamp()
);
comment on table sign_in_attempts is 'Tries since the last right password, for addresses with an account and without one alike.';

create table sessions (
  id uuid primary key,
  customer_id uuid not null references customers on delete cascade,
  generation integer not null default 0 check (generation >= 0),
  rotated_at timestamptz not null default now(),
  expires_at timestamptz not null,
  device text not null default '' check (char_length(device) <= 300),
  address text not null default '',
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  end_reason text check (end_reason in ('logout', 'ended', 'password_changed', 'replayed', 'deactivated', 'trashed')),
  check ((ended_at is null) = (end_reason is null))
);
comment on column sessions.generation is
  'The one refresh token that counts carries this number. No token or hash of one is kept: it is signed again from these columns.';
create index sessions_by_customer on sessions (customer_id, created_at desc);
create index sessions_by_expiry on sessions (expires_at);

create table one_time_tokens (
  id uuid primary key,
  purpose text not null check (purpose in ('verify_email', 'reset_password', 'claim_account', 'change_email')),
  customer_id uuid not null references customers on delete cascade,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  email text not null check (email <> ''),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  unique (customer_id, purpose)
);
comment on table one_time_tokens is 'One for each customer and purpose: a newer one replaces the older, a used one is gone.';
create index one_time_tokens_by_expiry on one_time_tokens (expires_at);

-- Every process remembers for a while who a session belongs to; this tells all of them to forget, at commit.
create function tell_access_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('access_changed', to_jsonb(old) ->> tg_argv[0]);
  return null;
end
$$;

create trigger sessions_tell_access_changed after update of ended_at or delete on sessions
  for each row execute function tell_access_changed('customer_id');
create trigger customers_tell_access_changed after update of role, is_active, trashed_at on customers
  for each row execute function tell_access_changed('id');
