create table tenant_trigger (
  tenant  text  primary key,
  secret  bytea not null                         -- encrypted; stands in the URLs that the tenant's Specter calls
);
