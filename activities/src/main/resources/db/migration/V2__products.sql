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
  withheld        boolean     not null,          -- only an order says what it is: nothing of it goes to a shop
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

-- Groups of articles that a person has confirmed as one product of a shop.
create table article_group (
  tenant      text        not null,
  shop        text        not null,
  group_no    text        not null,              -- the main article's number, else the beginning of all numbers
  stem        text        not null,              -- how the numbers begin: a new article that fits joins
  name        text        not null,              -- of the product when it was confirmed
  types       text[]      not null,              -- what the articles differ by
  decided_by  text        not null,
  decided_at  timestamptz not null,
  primary key (tenant, shop, group_no)
);

-- Where a person has put an article: into a group, or as a product by itself.
create table article_place (
  tenant          text   not null,
  shop            text   not null,
  sku             text   not null,
  group_no        text,                          -- null: a product by itself
  variant_values  text[] not null,               -- when it was confirmed, one for each type of the group
  primary key (tenant, shop, sku)
);
create index article_place_of_group on article_place (tenant, shop, group_no);
create index article_place_of_sku on article_place (tenant, sku);

-- --- Products to Specter: a shop's variants

-- How far the sync of products has read each shop.
create table product_look (
  tenant        text        not null,
  shop          text        not null,
  changes_until timestamptz,                     -- all changes before this were read
  swept_at      timestamptz,                     -- when the last complete sweep began
  swept_setup   text,                            -- what the set-up said of products at that sweep
  idle          integer     not null default 0,  -- looks in a row that found nothing
  failures      integer     not null default 0,  -- failed looks in a row
  news_at       timestamptz,                     -- when a look last found something
  waiting       integer     not null default 0,  -- products that waited for a person at the end of the last look
  paused_by     text,                            -- null: not paused
  paused_at     timestamptz,
  paused_why    text,
  primary key (tenant, shop)
);

-- Products that a web hook told of, and that are to be read.
create table product_heard (
  tenant      text        not null,
  shop        text        not null,
  product_id  bigint      not null,
  heard_at    timestamptz not null,
  read_once   boolean     not null default false, -- a shop may show a change late: each is read once more
  primary key (tenant, shop, product_id)
);

-- The variants of each shop whose products go to Specter, and their main articles: as read, and as written.
create table product (
  tenant          text        not null,
  shop            text        not null,
  sku             text        not null,          -- its key; without a SKU, # and the variant's id
  spelled         text        not null,          -- as the shop spells it
  product_id      bigint      not null,
  variant_id      bigint      not null,          -- 0: a main article
  twin_product_id bigint,                        -- another variant with the same SKU
  twin_variant_id bigint,
  seen            text        not null,          -- JSON: values by field, as read
  kind            text        not null,          -- what the article stands for
  name_cut        boolean     not null,          -- the article's name is shorter than the shop's
  gone            boolean     not null,          -- the shop does not have it any more
  sent            text,                          -- JSON: values by field, as last written; null: never
  sent_at         timestamptz,
  state           text        not null,
  cause           text,
  detail          text        not null,
  since           timestamptz not null,          -- of the state
  primary key (tenant, shop, sku)
);
create index product_state on product (tenant, shop, state, sku);
create index product_of_id on product (tenant, shop, product_id);
create index product_of_sku on product (tenant, sku);

-- --- Products to a shop: what Specter's articles have become there

-- Products of each shop that articles have become: as last written.
create table shop_product (
  tenant      text   not null,
  shop        text   not null,
  product_id  bigint not null,
  stage       text   not null,                   -- whether it still gets what a new product gets once
  sent        text   not null,                   -- JSON: values by field, as last written or first read
  primary key (tenant, shop, product_id)
);

-- The articles that go to each shop: which variant each has become, and where it stands.
create table shop_article (
  tenant      text        not null,
  shop        text        not null,
  sku         text        not null,              -- key of its number
  spelled     text        not null,              -- its number as Specter spells it
  product_id  bigint,                            -- null: the shop has no such product as far as we know
  variant_id  bigint,                            -- null: the shop has no such variant as far as we know
  asked       boolean     not null,              -- the shop was asked to make it, or has it
  active      boolean     not null,              -- whether the variant can be bought
  sent        text        not null,              -- JSON: values by field, as last written or first read
  state       text        not null,
  cause       text,
  detail      text        not null,
  since       timestamptz not null,              -- of the state
  primary key (tenant, shop, sku)
);
create index shop_article_of_product on shop_article (tenant, shop, product_id);
create index shop_article_state on shop_article (tenant, shop, state, since);

-- Entries of a shop's lists, and pictures, that were made for products. One worker makes each.
create table shop_entry (
  tenant        text        not null,
  shop          text        not null,
  kind          text        not null,
  parent        bigint      not null,            -- the attribute of a value; 0 for all others
  name          text        not null,            -- as names are compared
  entry_id      bigint,                          -- null: somebody is making it
  claimed_until timestamptz not null,            -- after this another worker looks, and makes it
  primary key (tenant, shop, kind, parent, name)
);

-- Tenants of which all articles are to be read, not only those that have changed.
create table article_full_read (
  tenant   text        primary key,
  asked_at timestamptz not null,
  done_at  timestamptz                            -- when the last full reading began that was completed
);

-- The initial sync of each shop: the last plan, and how far its run is.
create table initial_sync (
  tenant     text        not null,
  shop       text        not null,
  direction  text        not null,
  state      text        not null,
  asked_at   timestamptz not null,
  asked_by   text        not null,
  planned_at timestamptz,
  began_at   timestamptz,
  began_by   text,
  ended_at   timestamptz,
  whole      boolean     not null default false, -- whether Specter has told of all its articles
  of_master  integer     not null default 0,     -- articles or variants that the plan has read
  of_other   integer     not null default 0,
  primary key (tenant, shop)
);

-- What a plan says of each number, and what came of it.
create table initial_line (
  tenant      text    not null,
  shop        text    not null,
  position    integer not null,
  number      text    not null,
  sku         text    not null,                  -- the number's key
  kind        text    not null,
  other       text,                              -- as the other system spells the number
  other_sku   text,                              -- the key of that
  differences text    not null,                  -- JSON: fields with their values now and then
  cause       text,
  detail      text    not null,
  of_master   integer not null,
  of_other    integer not null,
  held        boolean not null,                  -- a person must answer before anything is written
  agreed      boolean not null,                  -- the other system has, or gets, what the master has
  released    boolean not null default false,    -- the sync of products may write it
  outcome     text,                              -- null until the run has come to it
  primary key (tenant, shop, position)
);
create index initial_line_of_kind on initial_line (tenant, shop, kind, position);
create index initial_line_of_sku on initial_line (tenant, shop, sku);
create index initial_line_of_other_sku on initial_line (tenant, shop, other_sku);

-- What a person has said of two numbers that differ little.
create table number_answer (
  tenant      text        not null,
  shop        text        not null,
  shop_sku    text        not null,              -- key of the number in the shop
  article_sku text        not null,              -- key of the number in Specter
  article_no  text        not null,              -- as Specter spells it
  same        boolean     not null,              -- they are one article; else two
  said_at     timestamptz not null,
  said_by     text        not null,
  primary key (tenant, shop, shop_sku)
);

-- Shops whose sync of products writes all that changes. The sync of any other shop writes only what a run has released.
create table product_begun (
  tenant    text        not null,
  shop      text        not null,
  direction text        not null,
  begun_at  timestamptz not null,
  primary key (tenant, shop)
);
