-- What all lost calls of an outage were about; null when they were about different things, or about the system itself.
alter table outage add column only_about text;
