-- What Specter says of prices, excl. VAT: list '' is the article's own price, others come from the journal or from a file. A row
-- that Specter has taken away stays as gone, so that the shops can be told; what Specter never named is not there.
create table specter_price (
  tenant          text        not null,
  list            text        not null,
  article_no      text        not null,
  from_qty        numeric     not null,
  price           numeric,
  discount        numeric,                       -- percent off the article's own price, instead of a price
  ordinary_price  numeric,                       -- while the article is on sale
  vat_percent     numeric,
  gone            boolean     not null default false,
  changed_at      timestamptz not null,
  primary key (tenant, list, article_no, from_qty)
);
create index specter_price_of_article on specter_price (tenant, article_no);

create table specter_price_list (
  tenant      text        not null,
  list        text        not null,
  name        text,
  currency    text,
  changed_at  timestamptz not null,
  primary key (tenant, list)
);

-- A shop's price lists as they were last seen; a list that has become active since has lost its prices.
create table shop_price_list (
  tenant   text        not null,
  shop     text        not null,
  list_id  bigint      not null,
  name     text,
  active   boolean     not null,
  read_at  timestamptz not null,
  primary key (tenant, shop, list_id)
);

-- What the shop shows as far as we know (price null: unknown, or no row), and what it was told last.
create table shop_price (
  tenant          text        not null,
  shop            text        not null,
  list_id         bigint      not null,
  sku             text        not null,
  from_qty        integer     not null,          -- 1 is the row itself, more a tier
  price           numeric,
  special         numeric,
  sent            numeric,
  sent_special    numeric,
  sent_at         timestamptz,
  refused         text,                          -- the shop's code; no other try until the price changes
  refused_price   numeric,
  refused_special numeric,
  primary key (tenant, shop, sku, list_id, from_qty)
);

-- Changes that are too large to be written unasked. A decision holds for just these values.
create table price_held (
  tenant         text        not null,
  shop           text        not null,
  list_id        bigint      not null,
  sku            text        not null,
  from_qty       integer     not null,
  before_price   numeric,
  before_special numeric,
  after_price    numeric,                        -- null: the row is to be taken away
  after_special  numeric,
  reason         text        not null,
  since          timestamptz not null,
  decision       text        check (decision in ('approved', 'rejected')),
  decided_by     text,
  decided_at     timestamptz,
  primary key (tenant, shop, sku, list_id, from_qty)
);

-- Shops that a push must look at, whatever the journal tells. Written with the cause in one transaction, taken by the push.
create table price_news (
  tenant  text        not null,
  shop    text        not null,
  since   timestamptz not null,
  primary key (tenant, shop)
);
