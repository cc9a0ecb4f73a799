-- A remote system that is out of order, one row for each right of its user that is refused ('any' when it is out of reach, or
-- has no rights). The next call that may try it moves next_try_at on, so that there is one at a time.
drop table outage;
drop table call_pause;
create table outage (
  tenant        text        not null,
  system        text        not null check (system in ('starweb', 'specter')),
  shop          text        not null,            -- empty for Specter
  needed_right  text        not null check (needed_right in ('any', 'read', 'write')),
  kind          text        not null check (kind in ('away', 'busy', 'credentials', 'rights', 'address')),
  since         timestamptz not null,
  last_at       timestamptz not null,
  tries         integer     not null,
  last_answer   text        not null,            -- masked
  next_try_at   timestamptz not null,
  primary key (tenant, system, shop, needed_right)
);

-- What metrics count.
create index shop_order_skipped on shop_order (updated_at) where state = 'skipped';
create index shop_order_transferred on shop_order (transferred_at) where transferred_at is not null;
