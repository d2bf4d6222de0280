-- Import of old registers: what was handed in, sealed and soon erased; what came of it stays. And which columns an authority uses.
create table register_import (
  id uuid primary key,
  authority_id text not null references authority (id),
  made_by text references "user" (id),
  made_by_name text not null,
  made_at timestamptz not null,
  file_name text not null,
  file_size integer not null,
  file_digest bytea not null,
  content bytea,
  key_id text,
  expires_at timestamptz not null,
  choice jsonb,
  status text not null check (status in ('open', 'imported')),
  imported_by text references "user" (id),
  imported_by_name text,
  imported_at timestamptz,
  imported integer not null default 0,
  left_out integer not null default 0
);
--> statement-breakpoint
create index register_import_of_authority on register_import (authority_id, made_at desc);
--> statement-breakpoint
create index register_import_expiry on register_import (expires_at) where content is not null;
--> statement-breakpoint
create table register_mapping (
  authority_id text primary key references authority (id),
  mapping jsonb not null,
  saved_by text references "user" (id),
  saved_at timestamptz not null
);
