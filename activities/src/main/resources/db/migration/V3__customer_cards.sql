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

-- Tells which customer calls ran at once: each takes a number when it begins and one when it has ended.
create sequence customer_call_no;

-- A customer call whose answer was lost may have changed any card of the tenant: those written before are in doubt.
create table customer_doubt (
  tenant   text   not null primary key,
  call_no  bigint not null
);
