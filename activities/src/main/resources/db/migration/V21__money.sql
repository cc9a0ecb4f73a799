-- What is said of an order's money and of its customer's card.

alter table shop_order
  -- What the order comes to in Specter if it rounds otherwise than we take for true; empty when that is the same.
  add column other_totals  numeric[] not null default '{}';

alter table attention
  -- What the cause's text names, by its name in the text: methods, amounts, SKUs; nothing personal.
  add column named  jsonb not null default '{}';
