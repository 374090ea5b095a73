-- How many customers there are of each kind, city and year of joining, without reading the customers.
create table customer_facet_tallies (
  id bigint primary key generated always as identity,
  is_active boolean not null,
  is_verified boolean not null,
  is_staff boolean not null,
  is_trashed boolean not null,
  city text not null,
  city_key text not null,
  joined_year integer not null,
  amount bigint not null
);
comment on table customer_facet_tallies is
  'As customer_tallies, finer: the sum over the rows is exact at every moment. Apart, so that the count of a list reads few rows.';

create function joined_year(moment timestamptz) returns integer
  language sql immutable strict parallel safe
  return extract(year from moment at time zone 'UTC')::integer;

create function facet_tally_added_customers() returns trigger language plpgsql as $$
begin
  insert into customer_facet_tallies (is_active, is_verified, is_staff, is_trashed, city, city_key, joined_year, amount)
    select is_active, is_verified, is_staff, trashed_at is not null, city, city_key, joined_year(date_joined), count(*)
    from added group by 1, 2, 3, 4, 5, 6, 7;
  return null;
end
$$;
create trigger customers_facet_tally_added after insert on customers
  referencing new table as added for each statement execute function facet_tally_added_customers();

create function facet_tally_removed_customers() returns trigger language plpgsql as $$
begin
  insert into customer_facet_tallies (is_active, is_verified, is_staff, is_trashed, city, city_key, joined_year, amount)
    select is_active, is_verified, is_staff, trashed_at is not null, city, city_key, joined_year(date_joined), -count(*)
    from removed group by 1, 2, 3, 4, 5, 6, 7;
  return null;
end
$$;
create trigger customers_facet_tally_removed after delete on customers
  referencing old table as removed for each statement execute function facet_tally_removed_customers();

create function facet_tally_changed_customer() returns trigger language plpgsql as $$
begin
  insert into customer_facet_tallies (is_active, is_verified, is_staff, is_trashed, city, city_key, joined_year, amount) values
    (old.is_active, old.is_verified, old.is_staff, old.trashed_at is not null, old.city, old.city_key, joined_year(old.date_joined), -1),
    (new.is_active, new.is_verified, new.is_staff, new.trashed_at is not null, new.city, new.city_key, joined_year(new.date_joined), 1);
  return null;
end
$$;
create trigger customers_facet_tally_changed after update on customers for each row
  when (
    (old.is_active, old.is_verified, old.is_staff, old.trashed_at is null, old.city, old.date_joined)
    is distinct from (new.is_active, new.is_verified, new.is_staff, new.trashed_at is null, new.city, new.date_joined)
  )
  execute function facet_tally_changed_customer();

create function no_facet_tallies() returns trigger language plpgsql as $$
begin
  delete from customer_facet_tallies;
  return null;
end
$$;
create trigger customers_facet_tally_none after truncate on customers
  for each statement execute function no_facet_tallies();

-- Only what has more than one row is folded: the others are as few as they can be.
create function fold_customer_facet_tallies() returns void language sql as $$
  with many as (
    select is_active, is_verified, is_staff, is_trashed, city, city_key, joined_year from customer_facet_tallies
    group by 1, 2, 3, 4, 5, 6, 7 having count(*) > 1
  ), gone as (
    delete from customer_facet_tallies where id in (
      select id from customer_facet_tallies
      join many using (is_active, is_verified, is_staff, is_trashed, city, city_key, joined_year)
      for update of customer_facet_tallies skip locked
    ) returning *
  )
  insert into customer_facet_tallies (is_active, is_verified, is_staff, is_trashed, city, city_key, joined_year, amount)
    select is_active, is_verified, is_staff, is_trashed, city, city_key, joined_year, sum(amount) from gone
    group by 1, 2, 3, 4, 5, 6, 7 having sum(amount) <> 0;
$$;

-- The triggers above shut writers out until this is committed: nobody is counted twice or missed.
insert into customer_facet_tallies (is_active, is_verified, is_staff, is_trashed, city, city_key, joined_year, amount)
  select is_active, is_verified, is_staff, trashed_at is not null, city, city_key, joined_year(date_joined), count(*)
  from customers group by 1, 2, 3, 4, 5, 6, 7;

-- Without it the planner takes every customer for a kind of their own, and does not count what a search finds in parallel.
create statistics customers_kinds (ndistinct)
  on is_active, is_verified, is_staff, city, city_key, (joined_year(date_joined)) from customers;
