-- What all lost calls of an outage were about; null when they were about different things, or about the system itself.
alter table outage add column only_about text;

-- Whether a write of the price was begun and its answer never booked.
alter table shop_price add column unanswered boolean not null default false;
