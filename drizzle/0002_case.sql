-- Applications with their encrypted personal data, and cases as append-only chains of events.
create table applicant (
  id uuid primary key,
  authority_id text not null references authority (id),
  kind text not null,
  name text not null,
  document_type text not null,
  document_hash bytea,
  personal bytea,
  key_id text,
  erased_at timestamptz,
  created_at timestamptz not null
);
--> statement-breakpoint
create index applicant_document on applicant (authority_id, document_hash);
--> statement-breakpoint
create table application (
  id uuid primary key,
  authority_id text not null references authority (id),
  applicant_id uuid not null references applicant (id),
  channel text not null,
  subject text not null,
  document_ref text,
  description text not null,
  form text not null,
  delivery text not null,
  received_on date not null,
  receipt jsonb not null,
  query_code_hash bytea not null,
  created_by text references "user" (id),
  created_at timestamptz not null
);
--> statement-breakpoint
create index application_applicant on application (applicant_id);
--> statement-breakpoint
create table case_file (
  id uuid primary key,
  authority_id text not null references authority (id),
  application_id uuid not null references application (id),
  number text not null,
  subject text not null,
  applicant_name text not null,
  applicant_kind text not null,
  channel text not null,
  received_on date not null,
  status text not null,
  clock_status text not null,
  due_on date,
  provisional boolean not null,
  open boolean not null,
  decision_kind text,
  unit_id text references unit (id),
  handler_id text references "user" (id),
  version integer not null,
  head_hash bytea not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (authority_id, number)
);
--> statement-breakpoint
create index case_file_worklist on case_file (authority_id, due_on, number) where open;
--> statement-breakpoint
create index case_file_unit on case_file (authority_id, unit_id, due_on, number) where open;
--> statement-breakpoint
create index case_file_handler on case_file (authority_id, handler_id, due_on, number) where open;
--> statement-breakpoint
create index case_file_status on case_file (authority_id, status, due_on, number) where open;
--> statement-breakpoint
create index case_file_to_archive on case_file (authority_id, updated_at) where status = 'delivered';
--> statement-breakpoint
create index case_file_application on case_file (application_id);
--> statement-breakpoint
create table case_event (
  case_id uuid not null references case_file (id),
  seq integer not null,
  type text not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  actor_name text not null,
  data jsonb not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (case_id, seq)
);
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger case_event_append_only before update or delete on case_event for each row execute function refuse_change();
--> statement-breakpoint
create trigger case_event_no_truncate before truncate on case_event for each statement execute function refuse_change();
--> statement-breakpoint
create table number_series (
  authority_id text not null references authority (id),
  series text not null,
  year integer not null,
  last integer not null,
  primary key (authority_id, series, year)
);
--> statement-breakpoint
create table idempotency_key (
  scope text not null,
  key text not null,
  request_digest bytea not null,
  response bytea not null,
  key_id text not null,
  created_at timestamptz not null,
  primary key (scope, key)
);
--> statement-breakpoint
create index idempotency_key_age on idempotency_key (created_at);
--> statement-breakpoint
create table application_draft (
  token_hash bytea primary key,
  authority_id text not null references authority (id),
  content bytea not null,
  key_id text not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null
);
--> statement-breakpoint
create index application_draft_expiry on application_draft (expires_at);
