-- Drafts resumed with a code: a keyed hash finds the draft, further devices hold tokens of their own. Fax numbers for 指南 (条例第十二条第二款).
alter table application_draft add column code_hash bytea unique;
--> statement-breakpoint
create table draft_device (
  token_hash bytea primary key,
  draft_hash bytea not null references application_draft (token_hash) on delete cascade
);
--> statement-breakpoint
create index draft_device_draft on draft_device (draft_hash);
--> statement-breakpoint
alter table authority add column fax text;
