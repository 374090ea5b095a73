-- Which pictures lie in the storage and whose each is, so that none is left there when nobody has it any more.
create table customer_pictures (
  id uuid primary key,
  customer_id uuid unique references customers on delete set null,
  kept_until timestamptz not null default now() + interval '1 minute'
);
comment on table customer_pictures is
  'Written before the files are: what no customer has by kept_until is removed, from the storage first and then from here.';
create index customer_pictures_of_nobody on customer_pictures (kept_until) where customer_id is null;
