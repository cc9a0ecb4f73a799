-- Which decision closed a wait, and whether only for another look: the same trouble after it is as old as before.
alter table attention add column decision text;
alter table attention add column again boolean not null default false;
create index attention_of_workflow on attention (workflow_id, id);
create index audit_of_subject on audit (subject, at);

-- What taking back a decision needs: whether an attempt may have reached Specter, and where the invoice stood.
alter table submission add column was_in_doubt boolean not null default false;
alter table shop_order add column invoice_set_aside text;
alter table shop_order add column agreed_set_aside bytea;                             -- encrypted as snapshot is
alter table shop_order add column agreed_gone_set_aside boolean not null default false;

-- What a cancellation in Specter does not take back: an invoice that is not credited, and what was in the deliveries.
alter table specter_order add column credited boolean not null default false;
alter table specter_order add column delivered_rows text[] not null default '{}';   -- "2 KAJ-006", each article once

-- A callback that an operator has settled: it stood as noted, and only its text said so.
alter table callback drop constraint callback_state_check;
alter table callback add constraint callback_state_check
  check (state in ('pending', 'waiting', 'reported', 'noted', 'overtaken', 'skipped'));
