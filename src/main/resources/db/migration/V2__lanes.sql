-- Lanes with rates, pauses and a breaker; the order of the queue; remembered work; how long things take.

alter table lane add column rate_starts integer default 0 not null;
alter table lane add column rate_ms bigint default 0 not null;
alter table lane add column break_after integer default 0 not null;
alter table lane add column tokens double precision default 0 not null;
alter table lane add column tokens_at timestamp(6) with time zone;
alter table lane add column paused_at timestamp(6) with time zone;
alter table lane add column paused_until timestamp(6) with time zone;
alter table lane add column pause_reason varchar(500);
alter table lane add column failures integer default 0 not null;
alter table lane add column trips integer default 0 not null;

alter table wf_run add column priority integer default 0 not null;

-- queue: the lane, while the step is ready and its run is running; the smallest urgency starts first.
alter table step_run add column queue varchar(40);
alter table step_run add column urgency bigint default 0 not null;
alter table step_run add column memo_key char(64);
alter table step_run add column confidence double precision;
alter table step_run add column took_ms bigint;
update step_run set queue = lane where state = 'READY' and run_id in (select id from wf_run where state = 'RUNNING');
drop index step_run_next;
create index step_run_queue on step_run (queue, urgency, run_id, position);
create index step_run_memo on step_run (memo_key);

-- How long a kind of step takes on this machine: a mean that a single odd one does not move far, and its usual spread.
create table pace (
    handler varchar(100) primary key,
    n bigint not null,
    mean_ms double precision not null,
    spread_ms double precision not null
);
