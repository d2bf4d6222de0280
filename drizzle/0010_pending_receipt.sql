-- 待确认收到: letters and faxes that came but are not confirmed with the applicant yet (条例第三十一条). No case exists before that.
create table pending_receipt (
  id uuid primary key,
  authority_id text not null references authority (id),
  channel text not null check (channel in ('ordinary_mail', 'fax')),
  arrived_on date not null,
  content bytea,
  key_id text,
  status text not null check (status in ('waiting', 'confirmed', 'closed')),
  case_id uuid references case_file (id),
  overdue_told_at timestamptz,
  created_by text not null references "user" (id),
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((status = 'confirmed') = (case_id is not null)),
  check ((status = 'waiting') = (ended_at is null)),
  check ((content is null) = (key_id is null)),
  check (status <> 'waiting' or content is not null)
);
--> statement-breakpoint
create index pending_receipt_waiting on pending_receipt (authority_id, arrived_on, id) where status = 'waiting';
--> statement-breakpoint
create table pending_receipt_event (
  id bigint generated always as identity primary key,
  pending_id uuid not null references pending_receipt (id),
  type text not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  actor_id text not null references "user" (id),
  actor_name text not null,
  data jsonb not null
);
--> statement-breakpoint
create index pending_receipt_event_of on pending_receipt_event (pending_id, id);
--> statement-breakpoint
create trigger pending_receipt_event_append_only before update or delete on pending_receipt_event for each row execute function refuse_change();
