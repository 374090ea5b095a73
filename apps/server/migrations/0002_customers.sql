-- Customers as the store knows them, the notes of its staff, and how many there are without counting them.
create extension if not exists pg_trgm;

create function searchable(value text) returns text
  language sql immutable strict parallel safe
  return lower(
    translate(
      regexp_replace(normalize(value, nfkd), '[\u0300-\u036f]', '', 'g'),
      'ɛƐɔƆəƏŋŊɓƁɗƊƙƘƴƳɩƖʋƲıłŁøØđĐħĦ-‐‑''’ʼ‘ʻ`´',
      'eEoOeEnNbBdDkKyYiIvVilLoOdDhH   '
    ) collate "und-x-icu"
  );
comment on function searchable(text) is
  'What a search compares: no accents, tone marks, letter case or apostrophes; hooked letters as plain ones; hyphens as spaces.';

create function email_key(email text) returns text
  language sql immutable strict parallel safe
  return lower(normalize(email, nfkc) collate "und-x-icu");
comment on function email_key(text) is 'Two addresses with the same key are one address.';

create table customers (
  id uuid primary key,
  email text not null check (email <> '' and char_length(email) <= 254),
  email_key text not null generated always as (email_key(email)) stored,
  first_name text collate "und-x-icu" not null default '' check (char_length(first_name) <= 150),
  last_name text collate "und-x-icu" not null default '' check (char_length(last_name) <= 150),
  full_name text collate "und-x-icu" not null generated always as (btrim(first_name || ' ' || last_name)) stored,
  phone_number text not null default '' check (phone_number ~ '^(\+[1-9][0-9]{5,14})?$'),
  date_of_birth date,
  street_address text not null default '' check (char_length(street_address) <= 255),
  city text collate "und-x-icu" not null default '' check (char_length(city) <= 100),
  city_key text not null generated always as (searchable(city)) stored,
  province_state text not null default '' check (char_length(province_state) <= 100),
  postal_code text not null default '' check (char_length(postal_code) <= 20),
  country text not null default 'Canada' check (char_length(country) <= 100),
  preferred_language text not null default 'en' check (preferred_language in ('en', 'fr', 'ht', 'es', 'pt', 'sw', 'yo', 'am')),
  dietary_preferences text not null default '' check (char_length(dietary_preferences) <= 2000),
  favorite_products text not null default '' check (char_length(favorite_products) <= 2000),
  profile_picture text not null default '',
  email_notifications boolean not null default false,
  sms_notifications boolean not null default false,
  push_notifications boolean not null default false,
  is_active boolean not null default true,
  is_verified boolean not null default false,
  role text check (role in ('owner', 'manager', 'marketer', 'cashier', 'auditor')),
  is_staff boolean not null generated always as (role is not null) stored,
  total_purchases integer not null default 0 check (total_purchases >= 0),
  total_spent_cents bigint not null default 0,
  loyalty_points integer not null default 0,
  date_joined timestamptz not null default now(),
  last_login timestamptz,
  updated_at timestamptz not null default now(),
  trashed_at timestamptz,
  search_text text not null generated always as (
    searchable(first_name || ' ' || last_name || ' ' || email) || ' ' || regexp_replace(phone_number, '\D', '', 'g')
  ) stored
);

-- A list shows who is not in the trash: its sort orders, each ending in the id so that a page boundary is exact.
create unique index customers_email_taken on customers (email_key) where trashed_at is null;
create index customers_by_date_joined on customers (date_joined, id)
  include (is_active, is_verified, is_staff) where trashed_at is null;
create index customers_by_email on customers (email_key, id) where trashed_at is null;
create index customers_by_first_name on customers (first_name, id) where trashed_at is null;
create index customers_by_last_name on customers (last_name, id) where trashed_at is null;
create index customers_by_city on customers (city_key, id) where trashed_at is null;
create index customers_in_city on customers (city_key, date_joined, id) where trashed_at is null;
create index customers_on_staff on customers (date_joined, id) where role is not null;
create index customers_by_total_purchases on customers (total_purchases, id) where trashed_at is null;
create index customers_by_loyalty_points on customers (loyalty_points, id) where trashed_at is null;
create index customers_by_last_login on customers (coalesce(last_login, '-infinity'), id) where trashed_at is null;
create index customers_search on customers using gin (search_text gin_trgm_ops) where trashed_at is null;
create index customers_in_trash on customers (trashed_at) where trashed_at is not null;

create table customer_notes (
  id uuid primary key,
  customer_id uuid not null references customers on delete cascade,
  note text not null check (note <> '' and char_length(note) <= 5000),
  created_by uuid references customers on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index customer_notes_by_customer on customer_notes (customer_id, created_at desc, id desc);
create index customer_notes_by_author on customer_notes (created_by) where created_by is not null;

-- How many customers there are, without counting them: every change adds a row, now and then the rows are folded into one.
create table customer_tallies (
  id bigint primary key generated always as identity,
  is_active boolean not null,
  is_verified boolean not null,
  is_staff boolean not null,
  is_trashed boolean not null,
  amount bigint not null
);
comment on table customer_tallies is 'The sum over the rows is exact at every moment; nobody waits for anybody to write here.';

create function tally_added_customers() returns trigger language plpgsql as $$
begin
  insert into customer_tallies (is_active, is_verified, is_staff, is_trashed, amount)
    select is_active, is_verified, is_staff, trashed_at is not null, count(*) from added group by 1, 2, 3, 4;
  return null;
end
$$;
create trigger customers_tally_added after insert on customers
  referencing new table as added for each statement execute function tally_added_customers();

create function tally_removed_customers() returns trigger language plpgsql as $$
begin
  insert into customer_tallies (is_active, is_verified, is_staff, is_trashed, amount)
    select is_active, is_verified, is_staff, trashed_at is not null, -count(*) from removed group by 1, 2, 3, 4;
  return null;
end
$$;
create trigger customers_tally_removed after delete on customers
  referencing old table as removed for each statement execute function tally_removed_customers();

create function tally_changed_customer() returns trigger language plpgsql as $$
begin
  insert into customer_tallies (is_active, is_verified, is_staff, is_trashed, amount) values
    (old.is_active, old.is_verified, old.is_staff, old.trashed_at is not null, -1),
    (new.is_active, new.is_verified, new.is_staff, new.trashed_at is not null, 1);
  return null;
end
$$;
create trigger customers_tally_changed after update on customers for each row
  when (
    (old.is_active, old.is_verified, old.is_staff, old.trashed_at is null)
    is distinct from (new.is_active, new.is_verified, new.is_staff, new.trashed_at is null)
  )
  execute function tally_changed_customer();

create function fold_customer_tallies() returns void language sql as $$
  with gone as (
    delete from customer_tallies where id in (select id from customer_tallies for update skip locked) returning *
  )
  insert into customer_tallies (is_active, is_verified, is_staff, is_trashed, amount)
    select is_active, is_verified, is_staff, is_trashed, sum(amount) from gone group by 1, 2, 3, 4 having sum(amount) <> 0;
$$;

create function tally_no_customers() returns trigger language plpgsql as $$
begin
  delete from customer_tallies;
  return null;
end
$$;
create trigger customers_tally_none after truncate on customers
  for each statement execute function tally_no_customers();
