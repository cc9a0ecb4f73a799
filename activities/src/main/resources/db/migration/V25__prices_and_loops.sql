-- What the last comparison of a shop found: without a row, none was made yet.
create table compared (
  tenant      text        not null,
  feed        text        not null,              -- stock, prices
  shop        text        not null,
  due_at      timestamptz not null,              -- when it was asked for
  compared_at timestamptz not null,
  looked      integer     not null,
  different   integer     not null,
  unread      integer     not null,
  absent      integer     not null,
  primary key (tenant, feed, shop)
);

-- Shops that nothing is written to at present. A row stands from the first try that failed to the next one that succeeds.
create table push_sleep (
  tenant   text        not null,
  feed     text        not null,                 -- stock, prices
  shop     text        not null,
  why      text        not null check (why in ('REFUSED', 'AWAY', 'DEFECT')),
  code     text        not null,
  detail   text        not null,
  since    timestamptz not null,
  tried_at timestamptz not null,
  tries    integer     not null,
  until    timestamptz,                          -- the next try; null: with the next poll
  primary key (tenant, feed, shop)
);

-- When each loop was heard of last, and by when it tells of itself again; null while it is paused.
create table loop_look (
  workflow_id text        primary key,
  looked_at   timestamptz not null,
  expected_at timestamptz
);
create index loop_look_expected on loop_look (expected_at);

-- When a worker has last looked after the loops.
create table loop_keeper (
  only_row boolean     primary key default true check (only_row),
  kept_at  timestamptz not null
);
