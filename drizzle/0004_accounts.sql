-- What better-auth 1.7 keeps for two-factor sign-in, and a lock that knows the moment of each failure.
alter table two_factor
  add column failed_verification_count integer not null default 0,
  add column locked_until timestamptz;
--> statement-breakpoint
create unique index two_factor_user on two_factor (user_id);
--> statement-breakpoint
create index session_expires on session (expires_at);
--> statement-breakpoint
create unique index account_provider on account (provider_id, account_id);
--> statement-breakpoint
drop table sign_in_lock;
--> statement-breakpoint
-- The subject is a keyed hash: people type passwords into the wrong field.
create table sign_in_lock (
  subject bytea primary key,
  failed_at timestamptz[] not null,
  locked_until timestamptz
);
