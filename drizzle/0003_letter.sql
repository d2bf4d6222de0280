-- Letters (文书), their drafts, and the outbox through which every effect leaves the building.
create table draft_revision (
  case_id uuid not null references case_file (id),
  revision integer not null,
  letter_code text not null,
  parts jsonb not null,
  saved_by text not null references "user" (id),
  saved_at timestamptz not null,
  primary key (case_id, revision)
);
--> statement-breakpoint
create trigger draft_revision_append_only before update or delete on draft_revision for each row execute function refuse_change();
--> statement-breakpoint
create table letter (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  authority_id text not null references authority (id),
  code text not null,
  title text not null,
  document_number text,
  issued_on date not null,
  template_version text not null,
  props jsonb not null,
  status text not null,
  bytes bytea,
  sha256 bytea,
  pages integer,
  failure text,
  created_at timestamptz not null,
  stored_at timestamptz,
  unique (authority_id, document_number)
);
--> statement-breakpoint
create index letter_case on letter (case_id, created_at);
--> statement-breakpoint
create index letter_pending on letter (created_at) where status <> 'stored';
--> statement-breakpoint
create function keep_stored_letter() returns trigger language plpgsql as $$
begin
  if old.status = 'stored' or new.props is distinct from old.props or new.document_number is distinct from old.document_number then
    raise exception 'a letter that was sent stays as it was sent: % refused', tg_op using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger letter_stays_sent before update on letter for each row execute function keep_stored_letter();
--> statement-breakpoint
create trigger letter_never_deleted before delete on letter for each row execute function refuse_change();
--> statement-breakpoint
create table outbox (
  id bigint generated always as identity primary key,
  job text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  dispatched_at timestamptz,
  dispatches integer not null default 0,
  done_at timestamptz,
  failures integer not null default 0,
  last_error text
);
--> statement-breakpoint
create index outbox_waiting on outbox (id) where dispatched_at is null and done_at is null;
--> statement-breakpoint
create index outbox_unfinished on outbox (dispatched_at) where done_at is null;
--> statement-breakpoint
create function announce_outbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end $$;
--> statement-breakpoint
create trigger outbox_announce after insert on outbox for each statement execute function announce_outbox();
--> statement-breakpoint
create unlogged table rate_window (
  key text primary key,
  window_started_at timestamptz not null,
  hits integer not null
);
