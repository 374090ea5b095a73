-- A second proof at sign-in: codes of an authenticator app (RFC 6238), and codes on paper for when the app is lost.
create table second_factors (
  customer_id uuid primary key references customers on delete cascade,
  sealed_secret bytea not null check (octet_length(sealed_secret) between 29 and 200),
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  last_used_step bigint not null default 0 check (last_used_step >= 0)
);
comment on table second_factors is 'One for each account; it is asked for once a first code has confirmed it.';
comment on column second_factors.sealed_secret is 'Encrypted with a key made from the secret key: the database alone can make no code.';
comment on column second_factors.last_used_step is 'The half minute of the code that was used last: neither it nor an older one works again.';

create table recovery_codes (
  id uuid primary key,
  customer_id uuid not null references second_factors on delete cascade,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  unique (customer_id, code_hash)
);
comment on table recovery_codes is 'Those that are left: a used one is gone.';
