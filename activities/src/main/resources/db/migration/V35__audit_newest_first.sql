-- The audit log is read newest first, of all or of one tenant.
create index audit_newest on audit (at desc, id);
create index audit_newest_of_tenant on audit (tenant, at desc, id);
