-- A variant has one SKU: who has it now is found by where it lies.
create index shop_variant_place on shop_variant (tenant, shop, product_id, variant_id);

-- What has changed in the shop's catalogue until then is in shop_variant.
create table shop_catalogue (
  tenant      text        not null,
  shop        text        not null,
  read_until  timestamptz not null,
  primary key (tenant, shop)
);
