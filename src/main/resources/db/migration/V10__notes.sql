-- What people said about places in takes, and drew there.
create table note (
    id varchar(64) primary key,
    take varchar(64) not null,
    body text not null
);
create index note_take on note (take);
