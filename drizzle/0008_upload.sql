-- Files that people hand in (材料): the bytes lie encrypted in the file storage, never here.
create table upload (
  id uuid primary key,
  authority_id text not null references authority (id),
  owner_kind text not null check (owner_kind in ('draft', 'pending', 'supplement', 'case')),
  owner_id text not null,
  purpose text not null check (purpose in ('authorisation', 'identity', 'scan', 'supplement', 'release')),
  field text not null,
  name bytea not null,
  key_id text not null,
  type text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  size integer not null check (size > 0),
  pages integer not null check (pages > 0),
  sha256 bytea not null,
  status text not null check (status in ('storing', 'stored', 'erasing')),
  scan text not null check (scan in ('none', 'waiting', 'clean', 'found')),
  finding text,
  added_by text references "user" (id),
  added_by_name text not null,
  created_at timestamptz not null,
  stored_at timestamptz,
  position bigint generated always as identity
);
--> statement-breakpoint
create index upload_owner on upload (owner_kind, owner_id, position);
--> statement-breakpoint
create index upload_unfinished on upload (created_at) where status <> 'stored' or scan = 'waiting';
--> statement-breakpoint
create index upload_drafts on upload (created_at) where owner_kind = 'draft';
--> statement-breakpoint
create function keep_upload() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.owner_kind = 'case' then
      raise exception 'a paper of a case stays in its file: delete refused' using errcode = 'integrity_constraint_violation';
    end if;
    return old;
  end if;
  if (new.sha256, new.size, new.type, new.pages, new.purpose) is distinct from (old.sha256, old.size, old.type, old.pages, old.purpose)
    or old.owner_kind = 'case' and (new.owner_kind, new.owner_id, new.status) is distinct from (old.owner_kind, old.owner_id, old.status) then
    raise exception 'a paper stays as it was handed in: update refused' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger upload_stays before update or delete on upload for each row execute function keep_upload();
