-- The last comparison with all prices of the shop: only what differs.
create table price_drift (
  tenant           text        not null,
  shop             text        not null,
  list_id          bigint      not null,
  sku              text        not null,
  from_qty         integer     not null,
  found_at         timestamptz not null,
  specter          numeric,                      -- null: it has no price any more
  specter_special  numeric,
  sent             numeric,
  sent_special     numeric,
  in_shop          numeric,                      -- null: there is none
  in_shop_special  numeric,
  likely           text        not null,
  primary key (tenant, shop, sku, list_id, from_qty)
);
