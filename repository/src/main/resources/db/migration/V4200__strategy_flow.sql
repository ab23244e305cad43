-- A strategy may have a flow beside its decision model.
alter table rw.strategy_content
  add column bpmn bytea check (octet_length(bpmn) <= 20971520);
