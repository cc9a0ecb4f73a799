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
  answer  text,           -- null while the first request is under way
  primary key (token, key)
);
create index kept_answer_oldest on kept_answer (at);
