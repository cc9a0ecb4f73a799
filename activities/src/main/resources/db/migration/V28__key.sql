-- One row that every start tries to read: a wrong key is noticed before anything is written with it.
create table key_canary (
  id            integer primary key check (id = 1),
  canary        bytea   not null,                -- encrypted
  all_with_key  bigint                           -- the key with which everything was encrypted anew; null: never looked
);
