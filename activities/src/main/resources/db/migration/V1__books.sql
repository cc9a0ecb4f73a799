-- Unique keys are the guard against doubles. What identifies a person lies in bytea columns, encrypted. A sku is the one key of
-- all its spellings (class Sku): capitals, without blanks at the ends.

-- --- Tenants: set-ups, whom we serve, keys

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

create table tenant_trigger (
  tenant  text  primary key,
  secret  bytea not null                         -- encrypted; stands in the URLs that the tenant's Specter calls
);

-- Who is not served (any more). No row means: served.
create table service_state (
  tenant  text        not null,
  shop    text        not null,                  -- '' for the whole tenant
  state   text        not null check (state in ('suspended', 'removed')),
  since   timestamptz not null,
  who     text        not null,
  reason  text        not null,
  primary key (tenant, shop)
);

-- A Starweb shop, its client and a Specter account are served in one place only, whoever applies what at the same time.
create table outside_system (
  kind    text not null check (kind in ('starweb-shop', 'starweb-client', 'specter-account')),
  key     text not null,                         -- the same for every way to write the same system
  tenant  text not null,
  shop    text not null,                         -- '' for the tenant's Specter account
  primary key (kind, key)
);
create index outside_system_of_tenant on outside_system (tenant);

-- Shops that are not served and still have our web hooks.
create table stale_hooks (
  tenant   text        not null,
  shop     text        not null,
  version  integer     not null,                 -- of the set-up that names the address
  since    timestamptz not null,
  primary key (tenant, shop, version)
);

-- One row that every start tries to read: a wrong key is noticed before anything is written with it.
create table key_canary (
  id            integer primary key check (id = 1),
  canary        bytea   not null,                -- encrypted
  all_with_key  bigint                           -- the key with which everything was encrypted anew; null: never looked
);

-- What values that identify a person are hashed with, where rows are found by them.
create table blind_index_secret (
  id      integer primary key check (id = 1),
  secret  bytea   not null                       -- encrypted
);

-- --- Orders on their way into Specter

create table shop_order (
  tenant          text        not null,
  shop            text        not null,
  order_id        bigint      not null,
  state           text        not null check (state in ('on-its-way', 'waiting', 'skipped', 'transferred')),
  skipped_by      text,
  total           numeric(19, 4),
  currency        text,
  other_totals    numeric[]   not null default '{}',   -- what it comes to in Specter if Specter rounds in another way
  placed_at       timestamptz,
  content_hash    text,                          -- of what was last read
  status_id       bigint,
  complete        boolean,
  foreign_mark    boolean     not null default false,
  sent_hash       text,                          -- of what went to Specter
  snapshot        bytea,                         -- the order as read, encrypted
  draft           bytea,                         -- its translation, encrypted
  agreed          bytea,                         -- what both sides agree on: as sent, or as a person has noted since; encrypted
  agreed_gone     boolean     not null default false,  -- they agree that the shop has deleted it
  customer_key    text,                          -- see customer_link
  customer_id     bigint,                        -- Specter's
  specter_number  bigint,
  marked_at       timestamptz,                   -- the shop's order carries the number
  rules_overridden  boolean   not null default false,  -- an operator sends it whatever the rules say
  totals_offered  text,                          -- the difference in totals that an operator was last asked about
  totals_accepted text,                          -- the difference that an operator accepts: just this one
  invoice         text check (invoice in ('due', 'under-way', 'uncertain', 'made')),
  invoice_set_aside text,                        -- these three: what taking back a decision brings back
  agreed_set_aside bytea,                        -- encrypted
  agreed_gone_set_aside boolean not null default false,
  compare_due     boolean     not null default false,  -- sent with an answer lost: compare with the shop once
  over_in_specter boolean     not null default false,  -- Specter has said that it is delivered or cancelled
  heard_at        timestamptz,                   -- when the shop last told of the order, or showed it changed
  first_seen_at   timestamptz not null,
  listed_at       timestamptz not null generated always as (coalesce(placed_at, first_seen_at)) stored,
  transferred_at  timestamptz,
  updated_at      timestamptz not null,
  primary key (tenant, shop, order_id),
  -- What OrderRecord.Standing says: what is known of an order is known of orders that stand so.
  check ((state = 'skipped') = (skipped_by is not null)),
  check ((state = 'transferred') = (specter_number is not null)),
  check ((state = 'transferred') = (transferred_at is not null)),
  check (state = 'transferred' or (sent_hash is null and marked_at is null))
);
-- Both begin with the number: who has only that asks over all tenants.
create unique index shop_order_specter_number on shop_order (specter_number, tenant) where specter_number is not null;
create index shop_order_number on shop_order (order_id);
create index shop_order_open on shop_order (tenant, shop) where state = 'on-its-way';
-- Lists and counts are newest first, of all, of a tenant or of a shop, in any state or in one. A tenant or shop may well have none in a
-- state, or no other: so the state stands before the time. A page is found in its index alone.
create index shop_order_newest on shop_order (listed_at, order_id, tenant, shop);
create index shop_order_newest_of_tenant on shop_order (tenant, listed_at, order_id, shop);
create index shop_order_newest_of_shop on shop_order (tenant, shop, listed_at, order_id);
create index shop_order_newest_in_state on shop_order (state, listed_at, order_id, tenant, shop);
create index shop_order_newest_in_state_of_tenant on shop_order (tenant, state, listed_at, order_id, shop);
create index shop_order_newest_in_state_of_shop on shop_order (tenant, shop, state, listed_at, order_id);
-- A few of many: those that are to be compared with what was sent.
create index shop_order_compare_due on shop_order (tenant, shop) where compare_due;
create index shop_order_skipped on shop_order (tenant, skipped_by) where state = 'skipped';
create index shop_order_open_in_specter on shop_order (tenant, shop, transferred_at, order_id)
  where state = 'transferred' and not over_in_specter;
create index shop_order_unmarked on shop_order (tenant, shop) where state = 'transferred' and marked_at is null;
create index shop_order_transferred on shop_order (transferred_at) where transferred_at is not null;

-- What each order is found by that stands in its encrypted texts: entries of a blind index, for e-mail, words of names, phone,
-- payment reference and SKU. The key gives each entry's orders newest first.
create table order_entry (
  entry      bytea       not null,
  placed_at  timestamptz not null,
  order_id   bigint      not null,
  tenant     text        not null,
  shop       text        not null,
  primary key (entry, placed_at, order_id, tenant, shop),
  foreign key (tenant, shop, order_id) references shop_order (tenant, shop, order_id) on delete cascade
);
create index order_entry_of_order on order_entry (tenant, shop, order_id);

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
  was_in_doubt       boolean     not null default false,  -- when a decision was made that may be taken back
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

-- An order in Specter has no address: it uses its customer's card. So what counts is what was last sent for the card, by
-- whichever shop's order of the tenant, not what was last sent for a shop's customer.
create table customer_card (
  tenant        text   not null,
  customer_id   bigint not null,                 -- Specter's
  content_hash  text   not null,                 -- of the last particulars; empty when two calls ran at once
  shop          text   not null,                 -- of the order that last needed them there
  order_id      bigint not null,
  call_no       bigint not null,                 -- when that call had ended
  primary key (tenant, customer_id)
);

-- Which card Specter has found by an e-mail or a number: entries of a blind index.
create table customer_card_entry (
  tenant       text   not null,
  entry        bytea  not null,
  customer_id  bigint not null,                  -- Specter's
  primary key (tenant, entry)
);

-- Tells which customer calls ran at once: each takes a number when it begins and one when it has ended.
create sequence customer_call_no;

-- A customer call whose answer was lost may have changed any card of the tenant: those written before are in doubt.
create table customer_doubt (
  tenant   text   not null primary key,
  call_no  bigint not null
);

create table web_hook_event (
  id             bigint generated always as identity primary key,
  tenant         text        not null,
  shop           text        not null,
  event          text        not null,
  event_key      text        not null,           -- Starweb's eventId, or the hash of the body
  order_id       bigint      not null,
  status_code    text,                          -- idCode of the status that the order had when the hook was made
  received_at    timestamptz not null,
  dispatched_at  timestamptz,
  unique (tenant, shop, event, event_key)
);
create index web_hook_event_open on web_hook_event (id) where dispatched_at is null;
create index web_hook_event_handled on web_hook_event (received_at) where dispatched_at is not null;

create table intake_mark (
  tenant      text        not null,
  shop        text        not null,
  since       timestamptz not null,              -- older orders are none of ours
  after_order bigint      not null default 0,       -- orders up to this number are none of ours either
  watermark   timestamptz not null,
  swept_at    timestamptz not null,
  unknown_orders integer  not null default 0,       -- told by web hooks, and the shop does not have them
  idle        integer     not null default 0,       -- looks in a row that found nothing, or failed
  primary key (tenant, shop)
);

-- --- What a person should look at, and what people did

create table attention (
  id           bigint generated always as identity primary key,
  tenant       text        not null,
  shop         text        not null,
  order_id     bigint      not null,
  kind         text        not null check (kind in ('transfer', 'change', 'callback')), -- what of the order waits
  cause        text        not null,
  detail       text        not null,
  named        jsonb       not null default '{}', -- what the cause's text names: methods, amounts, SKUs; nothing personal
  opened_at    timestamptz not null,
  closed_at    timestamptz,
  decision     text,                             -- that closed it
  retried      boolean     not null default false  -- closed by a retry: if the same cause returns, the question keeps its age
);
-- A question waits for one thing at a time.
create unique index attention_open on attention (tenant, shop, order_id, kind) where closed_at is null;
create index attention_by_cause on attention (tenant, cause) where closed_at is null;
create index attention_of_question on attention (tenant, shop, order_id, kind, id);

-- Things for a person that no order waits for.
create table notice (
  id         bigint generated always as identity primary key,
  tenant     text        not null,
  shop       text        not null default '',
  cause      text        not null,
  subject    text        not null default '',
  detail     text        not null,
  times      integer     not null default 1,
  opened_at  timestamptz not null,
  last_at    timestamptz not null,
  closed_at  timestamptz
);
create unique index notice_open on notice (tenant, shop, cause, subject) where closed_at is null;

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

create table audit (
  id        text        primary key,
  at        timestamptz not null,
  who       text        not null,
  what      text        not null,
  tenant    text        not null,
  subject   text        not null,
  reason    text
);
create index audit_of_subject on audit (subject, at);
-- The audit log is read newest first, of all or of some tenants.
create index audit_newest on audit (at, id);
create index audit_newest_of_tenant on audit (tenant, at, id);

-- --- Work that outlives a request

-- A job: any starter takes it up when it is due. While one works on it, due_at is when its lease runs out.
create table job (
  id         text        primary key,
  kind       text        not null check (kind in ('decision', 'sums')),
  tenant     text,                               -- null: every tenant
  name       text        not null,
  who        text        not null,
  reason     text,
  request    text        not null,               -- JSON: what exactly is asked for; nothing personal
  total      integer     not null,
  state      text        not null check (state in ('running', 'stopped', 'ended')),
  made_at    timestamptz not null,
  due_at     timestamptz not null,
  ended_at   timestamptz,
  done       integer     not null,
  stands_for text,                               -- JSON: why it makes no progress
  result     text,                               -- JSON: what it has found so far
  check ((state = 'running') = (ended_at is null))
);
create index job_due on job (due_at) where state = 'running';
create index job_newest on job (made_at, id);
create index job_newest_of_tenant on job (tenant, made_at, id);
create index job_ended on job (ended_at) where ended_at is not null;

-- The orders that a decision about many is about, as they waited when it was made.
create table job_order (
  job            text        not null references job (id) on delete cascade,
  position       integer     not null,
  tenant         text        not null,
  shop           text        not null,
  order_id       bigint      not null,
  attention      bigint      not null,
  kind           text        not null check (kind in ('transfer', 'change', 'callback')),
  cause          text        not null,
  since          timestamptz not null,
  total          numeric(19, 4),
  currency       text,
  tries          integer     not null,           -- decisions that were sent and not answered
  outcome        text check (outcome in ('followed', 'refused', 'unknown')),
  why            text,                           -- JSON: why it is not followed
  came           text check (came in ('in-specter', 'on-its-way', 'still-waits', 'waits-for-another', 'skipped', 'settled')),
  specter_number bigint,
  waits_for      text,
  waits_since    timestamptz,
  rule           text,
  primary key (job, position)
);
create index job_order_undecided on job_order (job, position) where outcome is null;
create index job_order_on_its_way on job_order (job, position) where came = 'on-its-way';

-- --- Who may use the API

-- Tokens of the API. The secret itself is shown once, when it is made; here stands its SHA-256.
create table access_token (
  id          text primary key,
  name        text not null,
  secret_hash bytea not null unique,
  scopes      text[] not null,
  tenants     text[] not null, -- empty: every tenant
  made_at     timestamptz not null,
  made_by     text not null,
  revoked_at  timestamptz,
  revoked_by  text
);

-- What a request with an Idempotency-Key was answered, so that the same request again gets the same answer.
create table kept_answer (
  token   text not null references access_token (id),
  key     text not null,
  request bytea not null, -- SHA-256 of what was asked
  at      timestamptz not null,
  answer  bytea,          -- encrypted; null while the first request is under way
  primary key (token, key)
);
create index kept_answer_oldest on kept_answer (at);

-- --- Calls to remote systems

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

-- Places of a tenant in Specter, over all workers. A place whose worker died is free again at leased_until.
create table call_place (
  tenant       text        not null,
  place        integer     not null,
  holder       text        not null,
  leased_until timestamptz not null,
  primary key (tenant, place)
);

-- Bucket4j's buckets: one per shop.
create table call_budget (
  id         text   primary key,
  state      bytea,
  expires_at bigint
);

-- A remote system that is out of order, one row for each right of its user that is refused ('any' when it is out of reach, or
-- has no rights). The next call that may try it moves next_try_at on, so that there is one at a time.
create table outage (
  tenant        text        not null,
  system        text        not null check (system in ('starweb', 'specter')),
  shop          text        not null,            -- empty for Specter
  needed_right  text        not null check (needed_right in ('any', 'read', 'write')),
  kind          text        not null check (kind in ('away', 'busy', 'credentials', 'rights', 'address')),
  since         timestamptz not null,
  last_at       timestamptz not null,
  tries         integer     not null,
  last_answer   text        not null,            -- masked
  lost          text[]      not null default '{}',            -- what lost calls were about, as far as they count; '' for the system itself
  journals      text[]      not null default '{}',            -- those of the lost things that are journals
  next_try_at   timestamptz not null,
  primary key (tenant, system, shop, needed_right)
);

-- --- Loops over Specter's journals

-- Specter's change journals. A batch's number is in here before it is first sent, so whatever crashes, the next poll knows it.
create table feed_batch (
  tenant     text        not null,
  kind       text        not null,               -- stock, articles, orders, price-lists
  batch_no   text        not null,
  state      text        not null check (state in ('open', 'stored', 'acked')),
  foreign_no boolean     not null,               -- Specter quoted it, and it was never ours
  rows       integer     not null default 0,
  unreadable integer     not null default 0,
  opened_at  timestamptz not null,
  acked_at   timestamptz,
  primary key (tenant, kind, batch_no)
);
create unique index feed_batch_one_open on feed_batch (tenant, kind) where state <> 'acked' and not foreign_no;
create index feed_batch_open on feed_batch (opened_at) where state <> 'acked';
create index feed_batch_foreign on feed_batch (opened_at) where foreign_no;

create table feed_state (
  tenant       text        not null,
  feed         text        not null,             -- orders, stock, prices
  idle         integer     not null default 0,   -- polls in a row that found nothing
  failures     integer     not null default 0,   -- polls in a row that got no answer
  polled_at    timestamptz,
  drained_from timestamptz,                      -- when the last poll that emptied the journal began
  news_at      timestamptz,
  compared_on  date,
  paused_by    text,
  paused_at    timestamptz,
  every_seconds integer,                         -- an operator's interval; null: the set-up decides
  primary key (tenant, feed)
);

-- When each loop was heard of last, and by when it tells of itself again; null while it is paused.
create table loop_look (
  workflow_id text        primary key,
  looked_at   timestamptz not null,
  expected_at timestamptz
);
create index loop_look_expected on loop_look (expected_at);

-- When a worker has last looked after the loops.
create table loop_keeper (
  only_row boolean     primary key default true check (only_row),
  kept_at  timestamptz not null
);

-- Shops that are to be compared with what they should show: a row stands until what the comparison found is in the books.
create table comparison (
  tenant text        not null,
  feed   text        not null,                   -- stock, prices
  shop   text        not null,
  due_at timestamptz not null,                   -- when it was last asked for, by the night or by an operator
  begun  boolean     not null default false,     -- the engine has a call of it that it repeats: nobody else needs to be told
  read   integer     not null default 0,         -- variants of the shop that the call has read by now
  primary key (tenant, feed, shop)
);

-- What the last comparison of a shop found: without a row, none was made yet.
create table compared (
  tenant      text        not null,
  feed        text        not null,              -- stock, prices
  shop        text        not null,
  due_at      timestamptz not null,              -- when it was asked for
  compared_at timestamptz not null,
  looked      integer     not null,
  different   integer     not null,
  unread      integer     not null,
  absent      integer     not null,
  primary key (tenant, feed, shop)
);

-- Shops that nothing is written to at present. A row stands from the first try that failed to the next one that succeeds.
create table push_sleep (
  tenant   text        not null,
  feed     text        not null,                 -- stock, prices
  shop     text        not null,
  why      text        not null check (why in ('REFUSED', 'AWAY', 'DEFECT')),
  code     text        not null,
  detail   text        not null,
  since    timestamptz not null,
  tried_at timestamptz not null,
  tries    integer     not null,
  until    timestamptz,                          -- the next try; null: with the next poll
  primary key (tenant, feed, shop)
);

-- --- Orders in Specter, and what the shop is told of them

-- Where each order stands in Specter, and which of it has become callbacks.
create table specter_order (
  tenant             text        not null,
  specter_number     bigint      not null,
  delivery_status    text,
  status_id          text,
  tracking           text[]      not null default '{}',
  parcels            text[]      not null default '{}',   -- the same as they are searched for: capitals and digits only
  invoiced           boolean     not null default false,
  paid               boolean     not null default false,
  part_delivered     boolean     not null default false,
  credited           boolean     not null default false,  -- an invoice that is not credited is not taken back by a cancellation
  delivered_rows     text[]      not null default '{}',   -- "2 KAJ-006", each article once
  told_delivery      text,
  told_status_id     text,
  told_tracking      text[]      not null default '{}',
  told_invoiced      boolean     not null default false,
  told_paid          boolean     not null default false,
  told_part          boolean     not null default false,
  settled            boolean     not null,       -- false: something in it has not become callbacks yet
  first_seen_at      timestamptz not null,
  changed_at         timestamptz not null,
  primary key (tenant, specter_number)
);
create index specter_order_open on specter_order (tenant) where not settled;
create index specter_order_parcels on specter_order using gin (parcels);

-- One event of an order in Specter on its way to the shop; an order's inbox is its rows in the order of their ids.
create table callback (
  id           bigint generated always as identity primary key,
  tenant       text        not null,
  shop         text        not null,
  order_id     bigint      not null,
  event        text        not null,
  tracking     text[]      not null,
  state        text        not null
    check (state in ('pending', 'waiting', 'reported', 'noted', 'overtaken', 'skipped')),
  note         text,
  seen_at      timestamptz not null,
  handed_on_at timestamptz,
  status_before bigint,                         -- of the shop when the one write was begun: repeated only while it has it
  sent_at      timestamptz,                      -- the one write of a status was begun
  answered_at  timestamptz,                      -- and answered
  settled_at   timestamptz
);
create index callback_open on callback (tenant, shop, order_id, id) where settled_at is null;
create index callback_of_order on callback (tenant, shop, order_id);
-- Operators list them newest first, of all or of a tenant; what is rare has indexes of its own. A tenant's page is found in its index alone.
create index callback_newest_of_tenant on callback (tenant, id) include (state, event);
create index callback_state on callback (state, id) where state <> 'reported';
create index callback_state_of_tenant on callback (tenant, state, id) where state <> 'reported';
create index callback_event on callback (event, id) where event not in ('delivered', 'invoiced', 'paid');
create index callback_event_of_tenant on callback (tenant, event, id) where event not in ('delivered', 'invoiced', 'paid');

-- --- Articles, and where their SKUs lie in the shops

-- Specter's articles, as far as we have heard of them or had them made.
create table article (
  tenant      text    not null,
  sku         text    not null,
  spelled     text    not null,                  -- as Specter's journals last told it, else as we sent it
  former      text,                              -- how it was told before that
  in_specter  boolean not null,                  -- an order need not have it made
  told        boolean not null,                  -- Specter's journals have told of it
  withheld    text,                              -- why nothing that Specter says of it is carried to a shop
  first_told  integer,                           -- hash of what was told first of an article that an order had made
  asked_at    timestamptz,                       -- of one made by an order and not touched since: older news are of the one before
  gone        text,                              -- why a shop must not go on selling it
  primary key (tenant, sku)
);

-- What a kit is made of, where Specter tells it.
create table kit_row (
  tenant      text    not null,
  kit_no      text    not null,
  article_no  text    not null,
  quantity    numeric not null,
  primary key (tenant, kit_no, article_no)
);
-- The kits that a sold part belongs to, looked up for each row that is written.
create index kit_row_part on kit_row (tenant, article_no);

-- Where a SKU lies in its shop; without ids: the shop does not have it, as of looked_at.
create table shop_variant (
  tenant      text        not null,
  shop        text        not null,
  sku         text        not null,
  product_id  bigint,
  variant_id  bigint,
  twice       boolean     not null default false,  -- two variants have the SKU, so nobody knows which is meant
  looked_at   timestamptz not null,
  primary key (tenant, shop, sku)
);
-- A variant has one SKU: who has it now is found by where it lies.
create index shop_variant_place on shop_variant (tenant, shop, product_id, variant_id);

-- What has changed in the shop's catalogue until then is in shop_variant.
create table shop_catalogue (
  tenant      text        not null,
  shop        text        not null,
  read_until  timestamptz not null,
  primary key (tenant, shop)
);

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

-- --- Stock

-- What Specter says is available, per article and warehouse; '' where it does not name the warehouse.
create table specter_stock (
  tenant      text        not null,
  article_no  text        not null,
  site        text        not null,
  available   numeric     not null,
  changed_at  timestamptz not null,
  primary key (tenant, article_no, site)
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
-- What was sold of a SKU, looked up for each row that is written.
create index sold_goods_sku on sold_goods (tenant, sku) include (quantity);

-- What the shop was told last, per SKU and location; location 0 where the shop has none.
create table shop_stock (
  tenant               text        not null,
  shop                 text        not null,
  sku                  text        not null,
  location_id          bigint      not null,
  sent                 numeric,
  status_id            bigint,
  sent_at              timestamptz,
  refused              text,                         -- the shop's refusal; only a person or a new value ends it
  refused_value        numeric,
  changed_by_shop      numeric     not null default 0,  -- goods of web orders that the shop has taken or put back itself, in all
  changed_by_shop_then numeric     not null default 0,  -- the same when it was told last
  primary key (tenant, shop, sku, location_id)
);

-- Shops that a push must look at: something that their stock or prices follow from has changed. Written with the cause in one
-- transaction, deleted by a push that has looked at everything. Shop '' stands for all of the tenant's.
create table dirty_shop (
  tenant      text        not null,
  feed        text        not null,  -- stock, prices
  shop        text        not null,
  marks       integer     not null,            -- how often the shop was marked
  begun       integer     not null default 0,  -- how often it was when the last push began; fewer than marks: no push knows
  primary key (tenant, feed, shop)
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

-- --- Prices

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
  unanswered      boolean     not null default false,  -- a write was begun and its answer never booked
  refused         text,                          -- the shop's code; no other try until the price changes
  refused_price   numeric,
  refused_special numeric,
  primary key (tenant, shop, sku, list_id, from_qty)
);

-- Changes that are too large to be written unasked. A decision holds for just these values.
create table price_approval (
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
