-- What applicants add to an application (补正): the words sealed, so that they can be erased, while their digest stands in the chain of events.
create table supplement (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  received_on date not null,
  content bytea,
  key_id text,
  papers jsonb not null default '[]',
  recorded_by text references "user" (id),
  created_at timestamptz not null
);
--> statement-breakpoint
create index supplement_case on supplement (case_id, created_at);
