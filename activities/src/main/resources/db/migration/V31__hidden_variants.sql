-- Variants that a shop does not show because their article is gone in Specter (stock.gone: hide).
create table hidden_variant (
  tenant      text        not null,
  shop        text        not null,
  product_id  bigint      not null,
  variant_id  bigint      not null,
  sku         text        not null,            -- that it had when its article went
  state       text        not null
    check (state in ('hiding', 'hidden', 'hidden-before', 'hide-refused', 'show-refused')),
  changed_at  timestamptz not null,
  primary key (tenant, shop, product_id, variant_id)
);
