-- Who works in the background, so that the jobs of one that died are taken over, and the mail of development.
create table worker_processes (
  id uuid primary key,
  worker_ids text[] not null default '{}',
  last_seen_at timestamptz not null default now()
);

create table development_mails (
  id bigint primary key generated always as identity,
  recipient text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  sent_at timestamptz not null default now()
);
comment on table development_mails is 'What was mailed while DEBUG was on; always empty in production.';
