-- Shops that are to be compared with what they should show: a row stands until what the comparison found is in the books.
create table comparison (
  tenant text        not null,
  feed   text        not null,                   -- stock, prices
  shop   text        not null,
  due_at timestamptz not null,                   -- when it was last asked for, by the night or by an operator
  begun  boolean     not null default false,     -- the engine has a call of it that it repeats: nobody else needs to be told
  primary key (tenant, feed, shop)
);
