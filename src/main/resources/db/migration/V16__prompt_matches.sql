-- How well pictures match what was asked for, as a version of a model saw it; can be computed again.
create table prompt_match (
    prompt char(64) not null,
    picture char(64) not null,
    version char(12) not null,
    likeness double precision not null,
    primary key (prompt, picture)
);
