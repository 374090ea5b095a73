-- The schema after all migrations. Written by: npm run snapshot

create extension pg_trgm;

CREATE OR REPLACE FUNCTION public.email_key(email text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower((NORMALIZE(email, NFKC) COLLATE "und-x-icu"))
;

CREATE OR REPLACE FUNCTION public.facet_tally_added_customers()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into customer_facet_tallies (is_active, is_verified, is_staff, is_trashed, city, city_key, joined_month, amount)
    select is_active, is_verified, is_staff, trashed_at is not null, city, city_key, joined_month(date_joined), count(*)
    from added group by 1, 2, 3, 4, 5, 6, 7;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.facet_tally_changed_customer()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into customer_facet_tallies (is_active, is_verified, is_staff, is_trashed, city, city_key, joined_month, amount) values
    (old.is_active, old.is_verified, old.is_staff, old.trashed_at is not null, old.city, old.city_key, joined_month(old.date_joined), -1),
    (new.is_active, new.is_verified, new.is_staff, new.trashed_at is not null, new.city, new.city_key, joined_month(new.date_joined), 1);
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.facet_tally_removed_customers()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into customer_facet_tallies (is_active, is_verified, is_staff, is_trashed, city, city_key, joined_month, amount)
    select is_active, is_verified, is_staff, trashed_at is not null, city, city_key, joined_month(date_joined), -count(*)
    from removed group by 1, 2, 3, 4, 5, 6, 7;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.fold_customer_facet_tallies()
 RETURNS void
 LANGUAGE sql
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.fold_customer_tallies()
 RETURNS void
 LANGUAGE sql
AS $function$
  with gone as (
    delete from customer_tallies where id in (select id from customer_tallies for update skip locked) returning *
  )
  insert into customer_tallies (is_active, is_verified, is_staff, is_trashed, amount)
    select is_active, is_verified, is_staff, is_trashed, sum(amount) from gone group by 1, 2, 3, 4 having sum(amount) <> 0;
$function$
;

CREATE OR REPLACE FUNCTION public.joined_month(moment timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (date_trunc('month'::text, (moment AT TIME ZONE 'UTC'::text)))::date
;

CREATE OR REPLACE FUNCTION public.no_facet_tallies()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from customer_facet_tallies;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$function$
;

CREATE OR REPLACE FUNCTION public.searchable(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower((translate(regexp_replace(NORMALIZE(value, NFKD), '[\u0300-\u036f]'::text, ''::text, 'g'::text), 'ɛƐɔƆəƏŋŊɓƁɗƊƙƘƴƳɩƖʋƲıłŁøØđĐħĦ-‐‑''’ʼ‘ʻ`´'::text, 'eEoOeEnNbBdDkKyYiIvVilLoOdDhH   '::text) COLLATE "und-x-icu"))
;

CREATE OR REPLACE FUNCTION public.take_quota(quota_key text, quota_limit integer, quota_window interval, wanted integer, held_for interval, OUT grant_id bigint, OUT granted integer, OUT retry_after interval)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  used integer;
  moment timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended(quota_key, 0));
  moment := clock_timestamp();
  delete from quota_grants where key = quota_key and counts_until <= moment;
  select coalesce(sum(amount), 0) into used from quota_grants where key = quota_key;

  granted := greatest(0, least(wanted, quota_limit - used));
  if granted > 0 then
    insert into quota_grants (key, amount, granted_at, counts_until)
      values (quota_key, granted, moment, moment + quota_window + held_for)
      returning id into grant_id;
  else
    select min(counts_until) - moment into retry_after from quota_grants where key = quota_key and amount > 0;
  end if;
end
$function$
;

CREATE OR REPLACE FUNCTION public.tally_added_customers()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into customer_tallies (is_active, is_verified, is_staff, is_trashed, amount)
    select is_active, is_verified, is_staff, trashed_at is not null, count(*) from added group by 1, 2, 3, 4;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.tally_changed_customer()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into customer_tallies (is_active, is_verified, is_staff, is_trashed, amount) values
    (old.is_active, old.is_verified, old.is_staff, old.trashed_at is not null, -1),
    (new.is_active, new.is_verified, new.is_staff, new.trashed_at is not null, 1);
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.tally_no_customers()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from customer_tallies;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.tally_removed_customers()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into customer_tallies (is_active, is_verified, is_staff, is_trashed, amount)
    select is_active, is_verified, is_staff, trashed_at is not null, -count(*) from removed group by 1, 2, 3, 4;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.tell_access_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('access_changed', to_jsonb(old) ->> tg_argv[0]);
  return null;
end
$function$
;

create table audit_events (
  id uuid not null,
  name text not null,
  occurred_at timestamp with time zone not null default now(),
  actor_id uuid,
  actor_role text not null,
  actor_address text not null default ''::text,
  request_id text not null default ''::text,
  customer_id uuid,
  detail jsonb not null default '{}'::jsonb,
  constraint audit_events_actor_role_check CHECK ((actor_role <> ''::text)),
  constraint audit_events_detail_check CHECK ((jsonb_typeof(detail) = 'object'::text)),
  constraint audit_events_name_check CHECK ((name ~ '^[a-z_]+\.[a-z_]+$'::text)),
  constraint audit_events_pkey PRIMARY KEY (id)
);

create table credentials (
  customer_id uuid not null,
  password_hash text not null,
  changed_at timestamp with time zone not null default now(),
  constraint credentials_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE CASCADE,
  constraint credentials_password_hash_check CHECK ((password_hash <> ''::text)),
  constraint credentials_pkey PRIMARY KEY (customer_id)
);

create table customer_batch_rows (
  batch_id uuid not null,
  customer_id uuid not null,
  changed_at timestamp with time zone not null,
  constraint customer_batch_rows_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES customer_batches(id) ON DELETE CASCADE,
  constraint customer_batch_rows_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE CASCADE,
  constraint customer_batch_rows_pkey PRIMARY KEY (batch_id, customer_id)
);

create table customer_batches (
  id uuid not null,
  action text not null,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  undone_at timestamp with time zone,
  constraint customer_batches_action_check CHECK ((action = ANY (ARRAY['activate'::text, 'deactivate'::text, 'verify'::text, 'trash'::text]))),
  constraint customer_batches_created_by_fkey FOREIGN KEY (created_by) REFERENCES customers(id) ON DELETE SET NULL,
  constraint customer_batches_pkey PRIMARY KEY (id)
);

create table customer_facet_tallies (
  id bigint not null generated always as identity,
  is_active boolean not null,
  is_verified boolean not null,
  is_staff boolean not null,
  is_trashed boolean not null,
  city text not null,
  city_key text not null,
  amount bigint not null,
  joined_month date not null,
  constraint customer_facet_tallies_pkey PRIMARY KEY (id)
);

create table customer_notes (
  id uuid not null,
  customer_id uuid not null,
  note text not null,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint customer_notes_created_by_fkey FOREIGN KEY (created_by) REFERENCES customers(id) ON DELETE SET NULL,
  constraint customer_notes_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE CASCADE,
  constraint customer_notes_note_check CHECK (((note <> ''::text) AND (char_length(note) <= 5000))),
  constraint customer_notes_pkey PRIMARY KEY (id)
);

create table customer_pictures (
  id uuid not null,
  customer_id uuid,
  kept_until timestamp with time zone not null default (now() + '00:01:00'::interval),
  constraint customer_pictures_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE SET NULL,
  constraint customer_pictures_customer_id_key UNIQUE (customer_id),
  constraint customer_pictures_pkey PRIMARY KEY (id)
);

create table customer_tallies (
  id bigint not null generated always as identity,
  is_active boolean not null,
  is_verified boolean not null,
  is_staff boolean not null,
  is_trashed boolean not null,
  amount bigint not null,
  constraint customer_tallies_pkey PRIMARY KEY (id)
);

create table customers (
  id uuid not null,
  email text not null,
  email_key text not null generated always as (email_key(email)) stored,
  first_name text collate "und-x-icu" not null default ''::text,
  last_name text collate "und-x-icu" not null default ''::text,
  full_name text collate "und-x-icu" not null generated always as (btrim(((first_name || ' '::text) || last_name))) stored,
  phone_number text not null default ''::text,
  date_of_birth date,
  street_address text not null default ''::text,
  city text collate "und-x-icu" not null default ''::text,
  city_key text not null generated always as (searchable(city)) stored,
  province_state text not null default ''::text,
  postal_code text not null default ''::text,
  country text not null default 'Canada'::text,
  preferred_language text not null default 'en'::text,
  dietary_preferences text not null default ''::text,
  favorite_products text not null default ''::text,
  profile_picture text not null default ''::text,
  email_notifications boolean not null default false,
  sms_notifications boolean not null default false,
  push_notifications boolean not null default false,
  is_active boolean not null default true,
  is_verified boolean not null default false,
  role text,
  is_staff boolean not null generated always as ((role IS NOT NULL)) stored,
  total_purchases integer not null default 0,
  total_spent_cents bigint not null default 0,
  loyalty_points integer not null default 0,
  date_joined timestamp with time zone not null default now(),
  last_login timestamp with time zone,
  updated_at timestamp with time zone not null default now(),
  trashed_at timestamp with time zone,
  search_text text not null generated always as (((searchable(((((first_name || ' '::text) || last_name) || ' '::text) || email)) || ' '::text) || regexp_replace(phone_number, '\D'::text, ''::text, 'g'::text))) stored,
  constraint customers_city_check CHECK ((char_length(city) <= 100)),
  constraint customers_country_check CHECK ((char_length(country) <= 100)),
  constraint customers_dietary_preferences_check CHECK ((char_length(dietary_preferences) <= 2000)),
  constraint customers_email_check CHECK (((email <> ''::text) AND (char_length(email) <= 254))),
  constraint customers_favorite_products_check CHECK ((char_length(favorite_products) <= 2000)),
  constraint customers_first_name_check CHECK ((char_length(first_name) <= 150)),
  constraint customers_last_name_check CHECK ((char_length(last_name) <= 150)),
  constraint customers_phone_number_check CHECK ((phone_number ~ '^(\+[1-9][0-9]{5,14})?$'::text)),
  constraint customers_pkey PRIMARY KEY (id),
  constraint customers_postal_code_check CHECK ((char_length(postal_code) <= 20)),
  constraint customers_preferred_language_check CHECK ((preferred_language = ANY (ARRAY['en'::text, 'fr'::text, 'ht'::text, 'es'::text, 'pt'::text, 'sw'::text, 'yo'::text, 'am'::text]))),
  constraint customers_province_state_check CHECK ((char_length(province_state) <= 100)),
  constraint customers_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'marketer'::text, 'cashier'::text, 'auditor'::text]))),
  constraint customers_street_address_check CHECK ((char_length(street_address) <= 255)),
  constraint customers_total_purchases_check CHECK ((total_purchases >= 0))
);

create table development_mails (
  id bigint not null generated always as identity,
  recipient text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  sent_at timestamp with time zone not null default now(),
  constraint development_mails_pkey PRIMARY KEY (id)
);

create table former_emails (
  id uuid not null,
  customer_id uuid not null,
  email text not null,
  replaced_at timestamp with time zone not null default now(),
  constraint former_emails_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE CASCADE,
  constraint former_emails_email_check CHECK (((email <> ''::text) AND (char_length(email) <= 254))),
  constraint former_emails_pkey PRIMARY KEY (id)
);

create table one_time_tokens (
  id uuid not null,
  purpose text not null,
  customer_id uuid not null,
  token_hash bytea not null,
  email text not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  constraint one_time_tokens_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE CASCADE,
  constraint one_time_tokens_customer_id_purpose_key UNIQUE (customer_id, purpose),
  constraint one_time_tokens_email_check CHECK ((email <> ''::text)),
  constraint one_time_tokens_pkey PRIMARY KEY (id),
  constraint one_time_tokens_purpose_check CHECK ((purpose = ANY (ARRAY['verify_email'::text, 'reset_password'::text, 'claim_account'::text, 'change_email'::text]))),
  constraint one_time_tokens_token_hash_check CHECK ((octet_length(token_hash) = 32)),
  constraint one_time_tokens_token_hash_key UNIQUE (token_hash)
);

create table quota_grants (
  id bigint not null generated always as identity,
  key text not null,
  amount integer not null,
  granted_at timestamp with time zone not null default clock_timestamp(),
  counts_until timestamp with time zone not null,
  constraint quota_grants_amount_check CHECK ((amount >= 0)),
  constraint quota_grants_pkey PRIMARY KEY (id)
);

create table recovery_codes (
  id uuid not null,
  customer_id uuid not null,
  code_hash bytea not null,
  constraint recovery_codes_code_hash_check CHECK ((octet_length(code_hash) = 32)),
  constraint recovery_codes_customer_id_code_hash_key UNIQUE (customer_id, code_hash),
  constraint recovery_codes_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES second_factors(customer_id) ON DELETE CASCADE,
  constraint recovery_codes_pkey PRIMARY KEY (id)
);

create table second_factors (
  customer_id uuid not null,
  sealed_secret bytea not null,
  created_at timestamp with time zone not null default now(),
  confirmed_at timestamp with time zone,
  last_used_step bigint not null default 0,
  constraint second_factors_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE CASCADE,
  constraint second_factors_last_used_step_check CHECK ((last_used_step >= 0)),
  constraint second_factors_pkey PRIMARY KEY (customer_id),
  constraint second_factors_sealed_secret_check CHECK (((octet_length(sealed_secret) >= 29) AND (octet_length(sealed_secret) <= 200)))
);

create table sessions (
  id uuid not null,
  customer_id uuid not null,
  generation integer not null default 0,
  rotated_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  device text not null default ''::text,
  address text not null default ''::text,
  created_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  end_reason text,
  constraint sessions_check CHECK (((ended_at IS NULL) = (end_reason IS NULL))),
  constraint sessions_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE CASCADE,
  constraint sessions_device_check CHECK ((char_length(device) <= 300)),
  constraint sessions_end_reason_check CHECK ((end_reason = ANY (ARRAY['logout'::text, 'ended'::text, 'password_changed'::text, 'replayed'::text, 'deactivated'::text, 'trashed'::text]))),
  constraint sessions_generation_check CHECK ((generation >= 0)),
  constraint sessions_pkey PRIMARY KEY (id)
);

create table sign_in_attempts (
  email_hash bytea not null,
  failures integer not null,
  last_tried_at timestamp with time zone not null default clock_timestamp(),
  constraint sign_in_attempts_email_hash_check CHECK ((octet_length(email_hash) = 32)),
  constraint sign_in_attempts_failures_check CHECK ((failures > 0)),
  constraint sign_in_attempts_pkey PRIMARY KEY (email_hash)
);

create table store_settings (
  id uuid not null default gen_random_uuid(),
  name text not null default 'Afro-Caribbean Store'::text,
  language text not null default 'en'::text,
  time_zone text not null default 'America/Toronto'::text,
  currency text not null default 'CAD'::text,
  set_up_at timestamp with time zone,
  updated_at timestamp with time zone not null default now(),
  constraint store_settings_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint store_settings_language_check CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text]))),
  constraint store_settings_name_check CHECK (((name <> ''::text) AND (char_length(name) <= 100))),
  constraint store_settings_pkey PRIMARY KEY (id),
  constraint store_settings_time_zone_check CHECK ((time_zone ~ '^[A-Za-z0-9_+/-]{1,64}$'::text))
);

create table worker_processes (
  id uuid not null,
  worker_ids text[] not null default '{}'::text[],
  last_seen_at timestamp with time zone not null default now(),
  constraint worker_processes_pkey PRIMARY KEY (id)
);

CREATE INDEX audit_events_by_actor ON public.audit_events USING btree (actor_id, occurred_at DESC) WHERE (actor_id IS NOT NULL);

CREATE INDEX audit_events_by_customer ON public.audit_events USING btree (customer_id, occurred_at DESC) WHERE (customer_id IS NOT NULL);

CREATE INDEX audit_events_of_store ON public.audit_events USING btree (occurred_at DESC) WHERE (name = 'store.changed'::text);

CREATE INDEX audit_events_of_undoing ON public.audit_events USING btree (customer_id, ((detail ->> 'undone_batch_id'::text))) WHERE (detail ? 'undone_batch_id'::text);

CREATE INDEX customer_batch_rows_by_customer ON public.customer_batch_rows USING btree (customer_id);

CREATE INDEX customer_batches_by_age ON public.customer_batches USING btree (created_at);

CREATE INDEX customer_batches_by_author ON public.customer_batches USING btree (created_by) WHERE (created_by IS NOT NULL);

CREATE INDEX customer_notes_by_author ON public.customer_notes USING btree (created_by) WHERE (created_by IS NOT NULL);

CREATE INDEX customer_notes_by_customer ON public.customer_notes USING btree (customer_id, created_at DESC, id DESC);

CREATE INDEX customer_pictures_of_nobody ON public.customer_pictures USING btree (kept_until) WHERE (customer_id IS NULL);

CREATE INDEX customers_by_city ON public.customers USING btree (city_key, id) INCLUDE (date_joined, is_active, is_verified, is_staff) WHERE (trashed_at IS NULL);

CREATE INDEX customers_by_date_joined ON public.customers USING btree (date_joined, id) INCLUDE (is_active, is_verified, is_staff) WHERE (trashed_at IS NULL);

CREATE INDEX customers_by_email ON public.customers USING btree (email_key, id) INCLUDE (date_joined, is_active, is_verified, is_staff, city_key) WHERE (trashed_at IS NULL);

CREATE INDEX customers_by_first_name ON public.customers USING btree (first_name, id) INCLUDE (date_joined, is_active, is_verified, is_staff, city_key) WHERE (trashed_at IS NULL);

CREATE INDEX customers_by_last_login ON public.customers USING btree (COALESCE(last_login, '-infinity'::timestamp with time zone), id) INCLUDE (last_login, date_joined, is_active, is_verified, is_staff, city_key) WHERE (trashed_at IS NULL);

CREATE INDEX customers_by_last_name ON public.customers USING btree (last_name, id) INCLUDE (date_joined, is_active, is_verified, is_staff, city_key) WHERE (trashed_at IS NULL);

CREATE INDEX customers_by_loyalty_points ON public.customers USING btree (loyalty_points, id) INCLUDE (date_joined, is_active, is_verified, is_staff, city_key) WHERE (trashed_at IS NULL);

CREATE INDEX customers_by_total_purchases ON public.customers USING btree (total_purchases, id) INCLUDE (date_joined, is_active, is_verified, is_staff, city_key) WHERE (trashed_at IS NULL);

CREATE UNIQUE INDEX customers_email_taken ON public.customers USING btree (email_key) WHERE (trashed_at IS NULL);

CREATE INDEX customers_in_city ON public.customers USING btree (city_key, date_joined, id) WHERE (trashed_at IS NULL);

CREATE INDEX customers_in_trash ON public.customers USING btree (trashed_at) WHERE (trashed_at IS NOT NULL);

CREATE INDEX customers_on_staff ON public.customers USING btree (date_joined, id) WHERE (role IS NOT NULL);

CREATE INDEX customers_search ON public.customers USING gin (search_text gin_trgm_ops) WHERE (trashed_at IS NULL);

CREATE INDEX former_emails_by_age ON public.former_emails USING btree (replaced_at);

CREATE INDEX former_emails_by_customer ON public.former_emails USING btree (customer_id);

CREATE INDEX one_time_tokens_by_expiry ON public.one_time_tokens USING btree (expires_at);

CREATE INDEX quota_grants_by_end ON public.quota_grants USING btree (counts_until);

CREATE INDEX quota_grants_by_key ON public.quota_grants USING btree (key, counts_until);

CREATE INDEX sessions_by_customer ON public.sessions USING btree (customer_id, created_at DESC);

CREATE INDEX sessions_by_expiry ON public.sessions USING btree (expires_at);

CREATE UNIQUE INDEX store_settings_only_row ON public.store_settings USING btree ((true));

CREATE TRIGGER audit_events_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER customers_facet_tally_added AFTER INSERT ON public.customers REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION facet_tally_added_customers();

CREATE TRIGGER customers_facet_tally_changed AFTER UPDATE ON public.customers FOR EACH ROW WHEN (((((((old.is_active IS DISTINCT FROM new.is_active) OR (old.is_verified IS DISTINCT FROM new.is_verified)) OR (old.is_staff IS DISTINCT FROM new.is_staff)) OR ((old.trashed_at IS NULL) IS DISTINCT FROM (new.trashed_at IS NULL))) OR (old.city IS DISTINCT FROM new.city)) OR (old.date_joined IS DISTINCT FROM new.date_joined))) EXECUTE FUNCTION facet_tally_changed_customer();

CREATE TRIGGER customers_facet_tally_none AFTER TRUNCATE ON public.customers FOR EACH STATEMENT EXECUTE FUNCTION no_facet_tallies();

CREATE TRIGGER customers_facet_tally_removed AFTER DELETE ON public.customers REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION facet_tally_removed_customers();

CREATE TRIGGER customers_tally_added AFTER INSERT ON public.customers REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_added_customers();

CREATE TRIGGER customers_tally_changed AFTER UPDATE ON public.customers FOR EACH ROW WHEN (((((old.is_active IS DISTINCT FROM new.is_active) OR (old.is_verified IS DISTINCT FROM new.is_verified)) OR (old.is_staff IS DISTINCT FROM new.is_staff)) OR ((old.trashed_at IS NULL) IS DISTINCT FROM (new.trashed_at IS NULL)))) EXECUTE FUNCTION tally_changed_customer();

CREATE TRIGGER customers_tally_none AFTER TRUNCATE ON public.customers FOR EACH STATEMENT EXECUTE FUNCTION tally_no_customers();

CREATE TRIGGER customers_tally_removed AFTER DELETE ON public.customers REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION tally_removed_customers();

CREATE TRIGGER customers_tell_access_changed AFTER UPDATE OF role, is_active, trashed_at ON public.customers FOR EACH ROW EXECUTE FUNCTION tell_access_changed('id');

CREATE TRIGGER sessions_tell_access_changed AFTER DELETE OR UPDATE OF ended_at ON public.sessions FOR EACH ROW EXECUTE FUNCTION tell_access_changed('customer_id');
