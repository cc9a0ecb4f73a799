-- What is said of an order's money and of its customer's card.

alter table shop_order
  -- What the order comes to in Specter if it rounds otherwise than we take for true; empty when that is the same.
  add column other_totals  numeric[] not null default '{}';
