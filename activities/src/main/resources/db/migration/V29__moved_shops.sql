-- Our web hooks may be left in a shop at an address that it had before: as that version of its tenant's set-up names it.
alter table hooks_left add column version integer not null;
alter table hooks_left drop constraint hooks_left_pkey;
alter table hooks_left add primary key (tenant, shop, version);
