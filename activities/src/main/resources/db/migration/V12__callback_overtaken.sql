-- What Specter has taken back before the shop was told. It stood as noted, and only its text told it from what the shop had already.
alter table callback drop constraint callback_state_check;
alter table callback add constraint callback_state_check
  check (state in ('pending', 'waiting', 'reported', 'noted', 'overtaken'));
update callback set state = 'overtaken' where state = 'noted'
  and note in ('undone in Specter before the shop was told', 'cancelled in Specter before the shop was told');
