-- Days that cut a year are counted from whole months and what is left of two of them, not from whole years of customers.
-- All of it is one transaction that must be: nobody may write between the old tallies and the new. Where a million customers
-- are, writers wait for half a minute.
-- squawk-ignore-file ban-drop-column, adding-required-field, require-concurrent-index-deletion, require-concurrent-index-creation
create function joined_month(moment timestamptz) returns date
  language sql immutable strict parallel safe
  return date_trunc('month', moment at time zone 'UTC')::date;

create or replace function facet_tally_added_customers() returns trigger language plpgsql as $$
begin
  insert into customer_facet_tallies (is_active, is_verified, is_staff, is_trashed, city, city_key, joined_month, amount)
    select is_active, is_verified, is_staff, trashed_at is not null, city, city_key, joined_month(date_joined), count(*)
    from added group by 1, 2, 3, 4, 5, 6, 7;
  return null;
end
$$;

create or replace function facet_tally_removed_customers() returns trigger language plpgsql as $$
begin
  insert into customer_facet_tallies (is_active, is_verified, is_staff, is_trashed, city, city_key, joined_month, amount)
    select is_active, is_verified, is_staff, trashed_at is not null, city, city_key, joined_month(date_joined), -count(*)
    from removed group by 1, 2, 3, 4, 5, 6, 7;
  return null;
end
$$;

create or replace function facet_tally_changed_customer() returns trigger language plpgsql as $$
begin
  insert into customer_facet_tallies (is_active, is_verified, is_staff, is_trashed, city, city_key, joined_month, amount) values
    (old.is_active, old.is_verified, old.is_staff, old.trashed_at is not null, old.city, old.city_key, joined_month(old.date_joined), -1),
    (new.is_active, new.is_verified, new.is_staff, new.trashed_at is not null, new.city, new.city_key, joined_month(new.date_joined), 1);
  return null;
end
$$;

-- Nobody writes between the old tallies and the new.
lock table customers in share row exclusive mode;
delete from customer_facet_tallies;
alter table customer_facet_tallies drop column joined_year, add column joined_month date not null;

create or replace function fold_customer_facet_tallies() returns void language sql as $$
  with many as (
    select is_active, is_verified, is_staff, is_trashed, city, city_key, joined_month from customer_facet_tallies
    group by 1, 2, 3, 4, 5, 6, 7 having count(*) > 1
  ), gone as (
    delete from customer_facet_tallies where id in (
      select id from customer_facet_tallies
      join many using (is_active, is_verified, is_staff, is_trashed, city, city_key, joined_month)
      for update of customer_facet_tallies skip locked
    ) returning *
  )
  insert into customer_facet_tallies (is_active, is_verified, is_staff, is_trashed, city, city_key, joined_month, amount)
    select is_active, is_verified, is_staff, is_trashed, city, city_key, joined_month, sum(amount) from gone
    group by 1, 2, 3, 4, 5, 6, 7 having sum(amount) <> 0;
$$;

insert into customer_facet_tallies (is_active, is_verified, is_staff, is_trashed, city, city_key, joined_month, amount)
  select is_active, is_verified, is_staff, trashed_at is not null, city, city_key, joined_month(date_joined), count(*)
  from customers group by 1, 2, 3, 4, 5, 6, 7;

-- A search looks at ten thousand matches at most, whose groups need no estimate; what it compared years by goes with it.
drop statistics customers_kinds;
drop function joined_year(timestamptz);

-- Sorted by one thing and narrowed by others: those are in the index too, so that no customer is fetched to be left out.
drop index customers_by_email, customers_by_first_name, customers_by_last_name, customers_by_city,
  customers_by_total_purchases, customers_by_loyalty_points, customers_by_last_login;
create index customers_by_email on customers (email_key, id)
  include (date_joined, is_active, is_verified, is_staff, city_key) where trashed_at is null;
create index customers_by_first_name on customers (first_name, id)
  include (date_joined, is_active, is_verified, is_staff, city_key) where trashed_at is null;
create index customers_by_last_name on customers (last_name, id)
  include (date_joined, is_active, is_verified, is_staff, city_key) where trashed_at is null;
create index customers_by_city on customers (city_key, id)
  include (date_joined, is_active, is_verified, is_staff) where trashed_at is null;
create index customers_by_total_purchases on customers (total_purchases, id)
  include (date_joined, is_active, is_verified, is_staff, city_key) where trashed_at is null;
create index customers_by_loyalty_points on customers (loyalty_points, id)
  include (date_joined, is_active, is_verified, is_staff, city_key) where trashed_at is null;
create index customers_by_last_login on customers (coalesce(last_login, '-infinity'), id)
  include (last_login, date_joined, is_active, is_verified, is_staff, city_key) where trashed_at is null;
