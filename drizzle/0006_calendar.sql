-- Arrangements that administrators import, local days off, the recomputation that each of them causes, and notices to staff.
create table calendar_change (
  revision integer primary key,
  id uuid not null unique,
  kind text not null check (kind in ('import', 'day_off', 'revocation')),
  years integer[] not null,
  reason text not null,
  made_by text references "user" (id),
  made_by_name text not null,
  made_at timestamptz not null,
  last_case_id uuid,
  looked integer not null default 0,
  changed integer not null default 0,
  done_at timestamptz
);
--> statement-breakpoint
create index calendar_change_unfinished on calendar_change (revision) where done_at is null;
--> statement-breakpoint
create function announce_calendar() returns trigger language plpgsql as $$
begin
  perform pg_notify('calendar', '');
  return null;
end $$;
--> statement-breakpoint
create trigger calendar_announce after insert on calendar_change for each statement execute function announce_calendar();
--> statement-breakpoint
create trigger calendar_change_for_ever before delete on calendar_change for each row execute function refuse_change();
--> statement-breakpoint
create table calendar_arrangement (
  year integer not null check (year between 2008 and 2099),
  revision integer not null references calendar_change (revision),
  notice text[] not null,
  off text[] not null,
  work text[] not null,
  imported_by text references "user" (id),
  imported_at timestamptz not null,
  primary key (year, revision)
);
--> statement-breakpoint
create trigger calendar_arrangement_append_only before update or delete on calendar_arrangement for each row execute function refuse_change();
--> statement-breakpoint
create table local_day_off (
  id uuid primary key,
  date date not null,
  name text not null,
  reason text not null,
  authority_id text references authority (id),
  declared_revision integer not null references calendar_change (revision),
  declared_by text references "user" (id),
  declared_at timestamptz not null,
  revoked_revision integer references calendar_change (revision),
  revoked_by text references "user" (id),
  revoked_at timestamptz
);
--> statement-breakpoint
create unique index local_day_off_standing on local_day_off (date, coalesce(authority_id, '')) where revoked_revision is null;
--> statement-breakpoint
create index case_file_open on case_file (id) where open;
--> statement-breakpoint
create table notification (
  id bigint generated always as identity primary key,
  user_id text not null references "user" (id),
  case_id uuid references case_file (id),
  text text not null,
  created_at timestamptz not null,
  read_at timestamptz
);
--> statement-breakpoint
create index notification_unread on notification (user_id, id desc) where read_at is null;
--> statement-breakpoint
create index notification_of_user on notification (user_id, id desc);
