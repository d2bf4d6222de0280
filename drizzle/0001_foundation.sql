-- Authorities, units and accounts.
create table authority (
  id text primary key,
  parent_id text references authority (id),
  name text not null,
  short_name text not null,
  document_prefix text not null,
  office_name text not null,
  address text not null,
  postcode text not null,
  office_hours text not null,
  consult_phone text not null,
  supervise_phone text not null,
  complaint_phone text not null,
  reconsideration_authority text not null,
  court text not null,
  online_reconsideration text,
  position integer not null default 0
);
--> statement-breakpoint
create table unit (
  id text primary key,
  authority_id text not null references authority (id),
  name text not null,
  position integer not null default 0,
  unique (authority_id, name)
);
--> statement-breakpoint
create table "user" (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  username text unique,
  display_username text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
--> statement-breakpoint
create table session (
  id text primary key,
  user_id text not null references "user" (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
--> statement-breakpoint
create index session_of_user on session (user_id);
--> statement-breakpoint
create table account (
  id text primary key,
  user_id text not null references "user" (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
--> statement-breakpoint
create index account_of_user on account (user_id);
--> statement-breakpoint
create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
--> statement-breakpoint
create index verification_identifier on verification (identifier);
--> statement-breakpoint
create table two_factor (
  id text primary key,
  user_id text not null references "user" (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true
);
--> statement-breakpoint
create table staff (
  user_id text primary key references "user" (id),
  authority_id text not null references authority (id),
  unit_id text not null references unit (id),
  roles text[] not null,
  active boolean not null default true
);
--> statement-breakpoint
create index staff_unit on staff (authority_id, unit_id);
--> statement-breakpoint
create table sign_in_lock (
  username text primary key,
  failures integer not null,
  window_started_at timestamptz not null,
  locked_until timestamptz
);
