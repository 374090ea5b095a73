-- What staff did to many customers at once, so that it can be undone.
create table customer_batches (
  id uuid primary key,
  action text not null check (action in ('activate', 'deactivate', 'verify', 'trash')),
  created_by uuid references customers on delete set null,
  created_at timestamptz not null default now(),
  undone_at timestamptz
);
create index customer_batches_by_author on customer_batches (created_by) where created_by is not null;
create index customer_batches_by_age on customer_batches (created_at);

create table customer_batch_rows (
  batch_id uuid not null references customer_batches on delete cascade,
  customer_id uuid not null references customers on delete cascade,
  changed_at timestamptz not null,
  primary key (batch_id, customer_id)
);
comment on column customer_batch_rows.changed_at is
  'The customer''s updated_at as the batch left it: as long as it is still that, nobody has changed them since.';
create index customer_batch_rows_by_customer on customer_batch_rows (customer_id);
