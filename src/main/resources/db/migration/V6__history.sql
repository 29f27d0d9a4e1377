-- What people changed by hand, newest last; undone steps wait to be done again until something else is changed.
create table edit (
    seq bigint generated always as identity primary key,
    body text not null,
    undone boolean default false not null
);

-- How a person wants single shots.
create table shot_override (
    shot varchar(64) primary key,
    body text not null
);

-- Which text the recorded plan was made of: the digest of its words.
alter table script add column planned char(64);

-- What the takes answered, so that a stale one can say what has changed since.
create table brief (
    digest char(64) primary key,
    body text not null
);
