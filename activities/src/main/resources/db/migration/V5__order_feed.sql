-- Specter's change journals. A batch's number is in here before it is first sent, so whatever crashes, the next poll knows it.
create table feed_batch (
  tenant     text        not null,
  kind       text        not null,               -- stock, articles, orders, price-lists
  batch_no   text        not null,
  state      text        not null check (state in ('open', 'stored', 'acked')),
  foreign_no boolean     not null,               -- Specter quoted it, and it was never ours
  rows       integer     not null default 0,
  unreadable integer     not null default 0,
  opened_at  timestamptz not null,
  acked_at   timestamptz,
  primary key (tenant, kind, batch_no)
);
create unique index feed_batch_one_open on feed_batch (tenant, kind) where state <> 'acked' and not foreign_no;

create table feed_state (
  tenant       text        not null,
  feed         text        not null,             -- orders, stock, prices
  idle         integer     not null default 0,   -- polls in a row that found nothing
  failures     integer     not null default 0,   -- polls in a row that got no answer
  polled_at    timestamptz,
  drained_from timestamptz,                      -- when the last poll that emptied the journal began
  news_at      timestamptz,
  compared_on  date,
  paused_by    text,
  paused_at    timestamptz,
  every_seconds integer,                         -- an operator's interval; null: the set-up decides
  primary key (tenant, feed)
);

-- Things for a person that no order waits for.
create table notice (
  id         bigint generated always as identity primary key,
  tenant     text        not null,
  shop       text        not null default '',
  cause      text        not null,
  subject    text        not null default '',
  detail     text        not null,
  times      integer     not null default 1,
  opened_at  timestamptz not null,
  last_at    timestamptz not null,
  closed_at  timestamptz
);
create unique index notice_open on notice (tenant, shop, cause, subject) where closed_at is null;

-- Where each order stands in Specter, and which of it has become callbacks.
create table specter_order (
  tenant             text        not null,
  specter_number     bigint      not null,
  delivery_status    text,
  status_id          text,
  tracking           text[]      not null default '{}',
  invoiced           boolean     not null default false,
  paid               boolean     not null default false,
  part_delivered     boolean     not null default false,
  told_delivery      text,
  told_status_id     text,
  told_tracking      text[]      not null default '{}',
  told_invoiced      boolean     not null default false,
  told_paid          boolean     not null default false,
  told_part          boolean     not null default false,
  settled            boolean     not null,       -- false: something in it has not become callbacks yet
  first_seen_at      timestamptz not null,
  changed_at         timestamptz not null,
  primary key (tenant, specter_number)
);
create index specter_order_open on specter_order (tenant) where not settled;

-- One event of an order in Specter on its way to the shop; an order's inbox is its rows in the order of their ids.
create table callback (
  id           bigint generated always as identity primary key,
  tenant       text        not null,
  shop         text        not null,
  order_id     bigint      not null,
  event        text        not null,
  tracking     text[]      not null,
  state        text        not null check (state in ('pending', 'waiting', 'reported', 'noted')),
  note         text,
  seen_at      timestamptz not null,
  handed_on_at timestamptz,
  sent_at      timestamptz,                      -- the one write of a status was begun
  answered_at  timestamptz,                      -- and answered
  settled_at   timestamptz
);
create index callback_open on callback (tenant, shop, order_id, id) where settled_at is null;
create index callback_of_order on callback (tenant, shop, order_id);
