-- What Specter says is available, per article and warehouse; '' where it does not name the warehouse.
create table specter_stock (
  tenant      text        not null,
  article_no  text        not null,
  site        text        not null,
  available   numeric     not null,
  changed_at  timestamptz not null,
  primary key (tenant, article_no, site)
);

-- What a package is made of, where Specter tells it.
create table package_row (
  tenant      text    not null,
  package_no  text    not null,
  article_no  text    not null,
  quantity    numeric not null,
  primary key (tenant, package_no, article_no)
);

-- Goods of complete web orders that Specter's stock does not show yet. A row goes when the order is booked there and the
-- journal was emptied after that.
create table sold_goods (
  tenant      text        not null,
  shop        text        not null,
  order_id    bigint      not null,
  sku         text        not null,
  quantity    numeric     not null,
  primary key (tenant, shop, order_id, sku)
);

-- Where a SKU lies in its shop; without ids: the shop does not have it, as of looked_at.
create table shop_variant (
  tenant      text        not null,
  shop        text        not null,
  sku         text        not null,
  product_id  bigint,
  variant_id  bigint,
  looked_at   timestamptz not null,
  primary key (tenant, shop, sku)
);

-- What the shop was told last, per SKU and location; location 0 where the shop has none.
create table shop_stock (
  tenant      text        not null,
  shop        text        not null,
  sku         text        not null,
  location_id bigint      not null,
  sent        numeric,
  status_id   bigint,
  sent_at     timestamptz,
  held        text,                              -- the shop's refusal; only a person or a new value ends it
  held_value  numeric,
  moved       numeric     not null default 0,    -- goods of web orders that the shop has taken or put back itself, in all
  moved_then  numeric     not null default 0,    -- the same when it was told last
  primary key (tenant, shop, sku, location_id)
);

-- Shops that a push must look at: the stock, or what was sold, has changed since the last one began. Shop '' stands for all of
-- the tenant's.
create table stock_news (
  tenant      text        not null,
  shop        text        not null,
  since       timestamptz not null,
  primary key (tenant, shop)
);

-- The last comparison with the whole shop: only what differs.
create table stock_drift (
  tenant      text        not null,
  shop        text        not null,
  sku         text        not null,
  found_at    timestamptz not null,
  specter     numeric,
  unbooked    numeric     not null,
  sent        numeric,
  wanted      numeric,
  in_shop     numeric,
  likely      text        not null,
  primary key (tenant, shop, sku)
);
