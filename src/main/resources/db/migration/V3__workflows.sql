-- Workflows as data: every text that a run was started with is kept; runs know where they come from.

create table wf_definition (
    hash char(64) primary key,
    name varchar(100) not null,
    version integer not null,
    graph text not null
);

alter table wf_run add column def_hash char(64);
alter table wf_run add column parent_step varchar(36);
alter table wf_run add column correlation varchar(36);
update wf_run set correlation = id;
create index wf_run_parent on wf_run (parent_step);

-- How often the loops of a step went back.
alter table step_run add column rounds integer default 0 not null;

-- A question may show, and an answer may hold, a whole result.
alter table decision alter column question set data type varchar(1048576);
alter table decision alter column choice set data type varchar(1048576);
