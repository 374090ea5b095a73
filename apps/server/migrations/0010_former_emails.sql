-- Where somebody was written to until staff changed it: that address hears of the change, and is forgotten then.
create table former_emails (
  id uuid primary key,
  customer_id uuid not null references customers on delete cascade,
  email text not null check (email <> '' and char_length(email) <= 254),
  replaced_at timestamptz not null default now()
);
comment on table former_emails is 'A row lives until its mail is sent, a week at most. Jobs hold no addresses, so it is kept here.';
create index former_emails_by_customer on former_emails (customer_id);
create index former_emails_by_age on former_emails (replaced_at);
