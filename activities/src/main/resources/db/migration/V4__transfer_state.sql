-- What a transfer must know after Temporal has lost its data.

alter table shop_order
  add column rules_overridden  boolean not null default false,  -- an operator sends it whatever the rules say
  add column totals_offered    text,             -- the difference in totals that an operator was last asked about
  add column totals_accepted   text,             -- the difference that an operator accepts: just this one
  add column invoice           text check (invoice in ('due', 'under-way', 'uncertain', 'made')),
  add column compare_due       boolean not null default false,  -- sent with an answer lost: compare with the shop once
  add column heard_at          timestamptz;      -- when the shop last told us of the order, or showed it changed

alter table web_hook_event
  add column status_code  text;                  -- idCode of the status that the order had when the hook was made
