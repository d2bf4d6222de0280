-- Which master keys sealed what is here. A key of the same name that is not the same key must not be used.
create table key_check (
  key_id text primary key,
  fingerprint bytea not null,
  first_used_at timestamptz not null
);
