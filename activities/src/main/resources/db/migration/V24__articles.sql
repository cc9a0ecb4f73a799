-- Specter's articles, as far as we have heard of them or had them made. A sku, here and in all other tables, is the one key of all its
-- spellings (class Sku): capitals, without blanks at the ends.
create table article (
  tenant      text    not null,
  sku         text    not null,
  spelled     text    not null,                  -- as Specter's journals last told it, else as we sent it
  former      text,                              -- how it was told before that
  in_specter  boolean not null,                  -- an order need not have it made
  told        boolean not null,                  -- Specter's journals have told of it
  hold        text,                              -- why nothing that Specter says of it is carried to a shop
  first_told  integer,                           -- hash of what was told first of an article that an order had made
  gone        text,                              -- why a shop must not go on selling it
  primary key (tenant, sku)
);
drop table known_article;

-- What a notice is about when it is about several things; each stays until it is so no more.
create table notice_item (
  tenant  text        not null,
  shop    text        not null,
  cause   text        not null,
  subject text        not null,
  item    text        not null,
  detail  text        not null,
  since   timestamptz not null,
  primary key (tenant, shop, cause, subject, item)
);

-- Two variants of the shop have the SKU, so nobody knows which is meant.
alter table shop_variant add column twice boolean not null default false;
