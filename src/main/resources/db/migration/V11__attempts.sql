-- The attempts of a run lie together, as its steps and events do: a transaction touches few pages of the index.
create table attempt (
    run_id varchar(36) not null,
    step_id varchar(36) not null,
    epoch bigint not null,
    attempt integer not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    outcome varchar(20),
    error varchar(65535),
    worker_id varchar(100),
    primary key (run_id, step_id, epoch)
);
insert into attempt (run_id, step_id, epoch, attempt, started_at, ended_at, outcome, error, worker_id)
select s.run_id, a.step_id, a.epoch, a.attempt, a.started_at, a.ended_at, a.outcome, a.error, a.worker_id
from step_attempt a join step_run s on s.id = a.step_id;
drop table step_attempt;
alter table attempt rename to step_attempt;
