-- What a cancellation in Specter does not take back: an invoice that is not credited, and what was in the deliveries.
alter table specter_order add column credited boolean not null default false;
alter table specter_order add column delivered_rows text[] not null default '{}';   -- "2 KAJ-006", each article once

-- A callback that an operator has settled: it stood as noted, and only its text said so.
alter table callback drop constraint callback_state_check;
alter table callback add constraint callback_state_check
  check (state in ('pending', 'waiting', 'reported', 'noted', 'overtaken', 'skipped'));
