-- A Starweb shop, its client and a Specter account are served in one place only, whoever applies what at the same time.
create table outside_system (
  kind    text not null check (kind in ('starweb-shop', 'starweb-client', 'specter-account')),
  key     text not null,                         -- the same for every way to write the same system
  tenant  text not null,
  shop    text not null,                         -- '' for the tenant's Specter account
  primary key (kind, key)
);
create index outside_system_of_tenant on outside_system (tenant);

-- Who is not served (any more). No row means: served.
create table standing (
  tenant  text        not null,
  shop    text        not null,                  -- '' for the whole tenant
  state   text        not null check (state in ('suspended', 'removed')),
  since   timestamptz not null,
  who     text        not null,
  reason  text        not null,
  primary key (tenant, shop)
);

-- Shops that are not served and still have our web hooks.
create table hooks_left (
  tenant  text        not null,
  shop    text        not null,
  since   timestamptz not null,
  primary key (tenant, shop)
);
