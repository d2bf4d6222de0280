-- Place of a case among the applicant's cases of one natural month of receipt (国办函〔2020〕109号 第四条), and the counter that gives it out.
alter table case_file add column month_ordinal integer;
--> statement-breakpoint
create table month_count (
  authority_id text not null references authority (id),
  document_hash bytea not null,
  month date not null,
  last integer not null,
  primary key (authority_id, document_hash, month)
);
--> statement-breakpoint
update case_file set month_ordinal = placed.ordinal
from (
  select case_file.id, row_number() over (
    partition by case_file.authority_id, applicant.document_hash, date_trunc('month', case_file.received_on)
    order by case_file.created_at, length(case_file.number), case_file.number
  ) as ordinal
  from case_file
    join application on application.id = case_file.application_id
    join applicant on applicant.id = application.applicant_id
  where applicant.document_hash is not null
) as placed
where placed.id = case_file.id;
--> statement-breakpoint
insert into month_count
select case_file.authority_id, applicant.document_hash, date_trunc('month', case_file.received_on), max(case_file.month_ordinal)
from case_file
  join application on application.id = case_file.application_id
  join applicant on applicant.id = application.applicant_id
where case_file.month_ordinal is not null
group by 1, 2, 3;
--> statement-breakpoint
-- Which cases name this one: a link is recorded in one case and shown on both.
create index case_event_linked on case_event ((data ->> 'other')) where type = 'case_linked';
--> statement-breakpoint
-- Near-identical requests. Needs zhixi_bigrams of 0009; the expression is repeated word for word in src/features/similar/candidates.ts.
-- A small pending list: a filing pays a third of the price of an immediate update, and no search reads long through it.
create index application_bigrams on application
  using gin (zhixi_bigrams(subject || ' ' || coalesce(document_ref, '') || ' ' || description)) with (fastupdate = on, gin_pending_list_limit = 256);
