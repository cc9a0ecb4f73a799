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
