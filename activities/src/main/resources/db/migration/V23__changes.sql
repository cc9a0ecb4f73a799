-- What both sides agree on about a transferred order: what was sent, or what a person has taken note of since.
alter table shop_order
  add column agreed       bytea,                            -- encrypted as snapshot is
  add column agreed_gone  boolean not null default false;   -- they agree that the shop has deleted it

alter table intake_mark
  add column unknown_orders integer not null default 0,     -- told by web hooks, and the shop does not have them
  add column after_order  bigint  not null default 0,       -- orders up to this number are none of ours either
  add column idle         integer not null default 0;       -- looks in a row that found nothing, or failed

-- A few of many: those that are to be compared with what was sent.
create index shop_order_compare_due on shop_order (tenant, shop) where compare_due;
