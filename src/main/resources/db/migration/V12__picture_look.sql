-- What pictures look like, 64 bits each; can be computed again.
create table picture_look (
    sha256 char(64) primary key,
    extension varchar(8) not null,
    bits bigint not null
);
