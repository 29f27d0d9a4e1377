-- The rows of a project. Portable between H2 and PostgreSQL; JSON is text, bigger payloads are media files.

create table meta (
    k varchar(40) primary key,
    v varchar(1000) not null
);

-- What the author wrote and what the stages made of it.
create table script (
    id smallint primary key,
    file_name varchar(255) not null,
    body text not null,
    plan text not null
);

create table image_take (
    id varchar(64) primary key,
    seq bigint generated always as identity,
    shot varchar(64) not null,
    number integer not null,
    sha256 char(64) not null,
    extension varchar(8) not null,
    body varchar(65535) not null
);
create index image_take_shot on image_take (shot, number);

-- Insert only; the latest verdict of a take counts.
create table verdict (
    seq bigint generated always as identity primary key,
    take varchar(64) not null,
    shot varchar(64) not null,
    body varchar(65535) not null
);
create index verdict_take on verdict (take, seq);

create table clip (
    id varchar(64) primary key,
    seq bigint generated always as identity,
    shot varchar(64) not null,
    sha256 char(64) not null,
    extension varchar(8) not null,
    body varchar(65535) not null
);
create index clip_shot on clip (shot, seq);

create table cut (
    id smallint primary key,
    body text not null
);

-- The engine: runs, their steps, what happened, what is asked.
create table lane (
    name varchar(40) primary key,
    max_in_flight integer not null
);

create table wf_run (
    id varchar(36) primary key,
    seq bigint generated always as identity,
    name varchar(200) not null,
    idempotency_key varchar(200) not null unique,
    state varchar(20) not null,
    input varchar(1048576) not null,
    error varchar(65535),
    event_seq bigint not null,
    event_head char(64) not null,
    created_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone
);

create table step_run (
    id varchar(36) primary key,
    run_id varchar(36) not null references wf_run (id),
    path varchar(200) not null,
    kind varchar(10) not null,
    handler varchar(100) not null,
    lane varchar(40) not null,
    input varchar(1048576) not null,
    max_attempts integer not null,
    parent_id varchar(36),
    position integer not null,
    state varchar(20) not null,
    deps_open integer not null,
    epoch bigint not null,
    attempt integer not null,
    crash_count integer not null,
    output varchar(1048576),
    error varchar(65535),
    next_at timestamp(6) with time zone,
    started_at timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    unique (run_id, path)
);
create index step_run_next on step_run (run_id, state, lane, position);
create index step_run_lane on step_run (state, lane);
create index step_run_parent on step_run (parent_id);

-- How many steps of a run stand where; kept with every transition, so that asking costs the same however long the film.
create table step_count (
    run_id varchar(36) not null,
    state varchar(20) not null,
    n integer not null,
    primary key (run_id, state)
);

create table step_dep (
    from_step varchar(36) not null,
    to_step varchar(36) not null,
    primary key (from_step, to_step)
);
create index step_dep_to on step_dep (to_step);

create table step_attempt (
    step_id varchar(36) not null,
    epoch bigint not null,
    attempt integer not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    outcome varchar(20),
    error varchar(65535),
    primary key (step_id, epoch)
);

-- A question without text was answered before it was asked (again): the answer came back from the journal.
create table decision (
    step_id varchar(36) not null,
    number integer not null,
    state varchar(20) not null,
    question varchar(65535),
    asked_at timestamp(6) with time zone,
    choice varchar(65535),
    primary key (step_id, number)
);
create index decision_state on decision (state, asked_at);

create table artifact (
    step_id varchar(36) not null,
    sha256 char(64) not null,
    extension varchar(8) not null,
    epoch bigint not null,
    primary key (step_id, sha256)
);
create index artifact_file on artifact (sha256);

create table event_log (
    run_id varchar(36) not null,
    seq bigint not null,
    at timestamp(6) with time zone not null,
    type varchar(40) not null,
    step_id varchar(36),
    epoch bigint not null,
    detail varchar(65535) not null,
    prev_hash char(64) not null,
    hash char(64) not null,
    primary key (run_id, seq)
);
