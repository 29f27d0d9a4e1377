-- Who signed the end of a run's event log, and who works where on a farm.

create table event_seal (
    run_id varchar(36) not null,
    seq bigint not null,
    hash char(64) not null,
    at varchar(40) not null,
    key_id varchar(16) not null,
    public_key varchar(200) not null,
    signature varchar(200) not null,
    primary key (run_id, seq)
);

-- The journal of facts where rows are shared: there a fact and its rows are one transaction.
create table fact_log (
    seq bigint primary key,
    fact text not null,
    hash char(64) not null
);

create table worker (
    id varchar(100) primary key,
    host varchar(200) not null,
    version varchar(40) not null,
    patience_ms bigint not null,
    started_at timestamp(6) with time zone not null,
    last_seen_at timestamp(6) with time zone not null
);

create table worker_lane (
    worker_id varchar(100) not null,
    lane varchar(40) not null,
    room integer not null,
    primary key (worker_id, lane)
);

-- How many steps of a lane may run on the whole farm; no row, no limit but that of the workers.
create table farm_limit (
    lane varchar(40) primary key,
    max_running integer not null
);

alter table step_attempt add column worker_id varchar(100);
