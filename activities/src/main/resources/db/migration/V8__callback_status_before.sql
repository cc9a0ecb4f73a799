-- The shop's status when the one write of a status was begun: a lost write is repeated only while the order still has it.
alter table callback add column status_before bigint;
