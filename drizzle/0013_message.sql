-- E-mail and SMS to applicants: one row per telling and channel.
create table message (
  id uuid primary key,
  notice_id uuid not null,
  case_id uuid not null references case_file (id),
  authority_id text not null references authority (id),
  occasion text not null,
  letter_id uuid,
  channel text not null check (channel in ('email', 'sms')),
  recipient bytea,
  key_id text,
  recipient_masked text not null,
  subject text,
  text text not null,
  state text not null check (state in ('waiting_quiet_hours', 'sending', 'sent', 'failed', 'unconfigured')),
  attempts integer not null default 0,
  failed_tries jsonb not null default '[]',
  failure text,
  provider_id text,
  not_before timestamptz,
  claimed_at timestamptz,
  created_at timestamptz not null,
  sent_at timestamptz,
  unique (notice_id, channel)
);
--> statement-breakpoint
create index message_of_case on message (case_id, id);
--> statement-breakpoint
create index message_of_authority on message (authority_id, id desc);
--> statement-breakpoint
create index message_by_state on message (authority_id, state, id desc);
--> statement-breakpoint
create index message_waiting on message (not_before) where state = 'waiting_quiet_hours';
--> statement-breakpoint
create index message_unfinished on message (created_at) where state = 'sending';
