-- Unique keys are the guard against doubles. What identifies a person lies in bytea columns, encrypted.

create table tenant_setup (
  tenant      text        not null,
  version     integer     not null,
  setup       jsonb       not null,              -- without secrets
  secrets     bytea       not null,              -- encrypted
  file        text        not null,              -- as the owner wrote it, secrets masked
  applied_at  timestamptz not null,
  applied_by  text        not null,
  primary key (tenant, version)
);

create table shop (
  tenant       text  not null,
  shop         text  not null,
  hook_secret  bytea not null,                   -- encrypted; stands in the URL of the shop's web hooks
  primary key (tenant, shop)
);

create table shop_order (
  tenant          text        not null,
  shop            text        not null,
  order_id        bigint      not null,
  state           text        not null check (state in ('on-its-way', 'waiting', 'skipped', 'transferred')),
  skipped_by      text,
  total           numeric(19, 4),
  currency        text,
  placed_at       timestamptz,
  content_hash    text,                          -- of what was last read
  status_id       bigint,
  complete        boolean,
  foreign_mark    boolean     not null default false,
  sent_hash       text,                          -- of what went to Specter
  snapshot        bytea,                         -- the order as read, encrypted
  draft           bytea,                         -- its translation, encrypted
  customer_key    text,                          -- see customer_link
  customer_id     bigint,                        -- Specter's
  specter_number  bigint,
  marked_at       timestamptz,                   -- the shop's order carries the number
  first_seen_at   timestamptz not null,
  transferred_at  timestamptz,
  updated_at      timestamptz not null,
  primary key (tenant, shop, order_id)
);
create unique index shop_order_specter_number on shop_order (tenant, specter_number) where specter_number is not null;
create index shop_order_open on shop_order (tenant, shop) where state = 'on-its-way';
create index shop_order_placed on shop_order (tenant, shop, placed_at);

create table submission (
  tenant             text        not null,
  external_order_no  text        not null,
  shop               text        not null,
  order_id           bigint      not null,
  customer_id        bigint      not null,
  request            bytea       not null,       -- what was sent, encrypted: after a lost answer just this is sent again
  content_hash       text        not null,
  attempts           integer     not null,
  under_way          boolean     not null,       -- an attempt has begun whose outcome is not recorded
  uncertain          boolean     not null,       -- some earlier attempt may have made the order
  specter_number     bigint,
  primary key (tenant, external_order_no),
  unique (tenant, shop, order_id)
);

create table customer_link (
  tenant        text   not null,
  shop          text   not null,
  customer_key  text   not null,                 -- 'c' + Starweb's customer id, or 'o' + order id for a guest
  content_hash  text   not null,
  customer_id   bigint not null,                 -- Specter's
  primary key (tenant, shop, customer_key)
);

create table known_article (
  tenant      text not null,
  article_no  text not null,
  primary key (tenant, article_no)
);

create table attention (
  id           bigint generated always as identity primary key,
  tenant       text        not null,
  shop         text        not null,
  order_id     bigint      not null,
  workflow_id  text        not null,
  cause        text        not null,
  detail       text        not null,
  opened_at    timestamptz not null,
  closed_at    timestamptz
);
create unique index attention_open on attention (workflow_id) where closed_at is null;
create index attention_by_cause on attention (tenant, cause) where closed_at is null;
create index attention_of_order on attention (tenant, shop, order_id);

create table audit (
  id        text        primary key,
  at        timestamptz not null,
  who       text        not null,
  what      text        not null,
  tenant    text        not null,
  subject   text        not null,
  reason    text
);

create table web_hook_event (
  id             bigint generated always as identity primary key,
  tenant         text        not null,
  shop           text        not null,
  event          text        not null,
  event_key      text        not null,           -- Starweb's eventId, or the hash of the body
  order_id       bigint      not null,
  received_at    timestamptz not null,
  dispatched_at  timestamptz,
  unique (tenant, shop, event, event_key)
);
create index web_hook_event_open on web_hook_event (id) where dispatched_at is null;

create table intake_mark (
  tenant      text        not null,
  shop        text        not null,
  since       timestamptz not null,              -- older orders are none of ours
  watermark   timestamptz not null,
  swept_at    timestamptz not null,
  primary key (tenant, shop)
);

create table remote_call (
  id       bigint generated always as identity primary key,
  at       timestamptz not null,
  system   text        not null,
  tenant   text        not null,
  shop     text,
  action   text        not null,
  subject  text        not null,
  request  text        not null,
  status   integer     not null,
  answer   text        not null,
  failure  text,
  took_ms  integer     not null
);
create index remote_call_of_subject on remote_call (tenant, subject);
create index remote_call_at on remote_call (at);

create table outage (
  tenant      text        not null,
  system      text        not null,
  shop        text        not null default '',
  since       timestamptz not null,
  last_at     timestamptz not null,
  failures    integer     not null,
  last_answer text        not null,
  primary key (tenant, system, shop)
);

-- Places of a tenant in Specter, over all workers. A place whose worker died is free again at held_until.
create table call_place (
  tenant      text        not null,
  place       integer     not null,
  holder      text        not null,
  held_until  timestamptz not null,
  primary key (tenant, place)
);

create table call_pause (
  key    text        primary key,
  until  timestamptz not null
);

-- Bucket4j's buckets: one per shop.
create table call_budget (
  id         text   primary key,
  state      bytea,
  expires_at bigint
);
