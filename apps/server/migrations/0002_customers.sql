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
  is_staff boolean not null default false,
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
create index customers_by_city on customers (searchable(city), id) where trashed_at is null;
create index customers_by_total_purchases on customers (total_purchases, id) where trashed_at is null;
create index customers_by_loyalty_points on customers (loyalty_points, id) where trashed_at is null;
create index customers_by_last_login on customers (coalesce(last_login, '-infinity'), id) where trashed_at is null;
create index customers_search on customers using gin (search_text gin_trgm_ops) where trashed_at is null;
create index customers_in_trash on customers (trashed_at) where trashed_at is not null;
