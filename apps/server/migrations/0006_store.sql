-- What the store says of itself on every page and in every mail: its name, its language, its clock and its money.
create table store_settings (
  id uuid primary key default gen_random_uuid(),
  name text not null default 'Afro-Caribbean Store' check (name <> '' and char_length(name) <= 100),
  language text not null default 'en' check (language in ('en', 'fr')),
  time_zone text not null default 'America/Toronto' check (time_zone ~ '^[A-Za-z0-9_+/-]{1,64}$'),
  currency text not null default 'CAD' check (currency ~ '^[A-Z]{3}$'),
  set_up_at timestamptz,
  updated_at timestamptz not null default now()
);
comment on table store_settings is 'One row, there from the start; set_up_at says since when somebody owns the store.';
comment on column store_settings.id is 'Tells this database from every other: the link of the first run is made from it.';
create unique index store_settings_only_row on store_settings ((true));

insert into store_settings (set_up_at)
  select min(updated_at) from customers where role = 'owner' and trashed_at is null;
