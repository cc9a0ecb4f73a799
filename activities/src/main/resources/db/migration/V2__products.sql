-- --- Products to a shop: Specter's articles

-- What Specter's journal told last of each article, of tenants that have a shop with products.
create table article_master (
  tenant          text        not null,
  sku             text        not null,          -- key of its number
  article_no      text        not null,          -- as Specter spells it
  name            text        not null,
  article_type    text,
  article_id      text,                          -- Specter's own, which stays when the number changes; null: not told
  main_sku        text,                          -- key of the article whose variant this is, where Specter tells it
  variant_values  text        not null,          -- JSON: value by type, where Specter tells them
  former          text,                          -- key of its number before the last change of number
  told            text        not null,          -- JSON: the article as it was told, without prices
  deleted         boolean     not null,          -- deleted in Specter; the values are those from before
  told_at         timestamptz not null,          -- when the last change was told
  primary key (tenant, sku)
);
create index article_master_of_id on article_master (tenant, article_id);

-- Articles that the sync of a shop's products must look at.
create table article_news (
  tenant  text    not null,
  shop    text    not null,
  sku     text    not null,
  marks   integer not null,                      -- how often it was marked: a look takes away only what it has seen
  poked   boolean not null,                      -- the sync was poked for it
  primary key (tenant, shop, sku)
);
create index article_news_unpoked on article_news (tenant) where not poked;
