-- What pictures look like, now with the colours of their fields; can be computed again.
drop table picture_look;
create table picture_look (
    sha256 char(64) primary key,
    extension varchar(8) not null,
    bits bigint not null,
    colours varchar(500) not null
);

-- For which flaws of a shot's takes a person wants no words proposed.
create table declined_revision (
    shot varchar(64) primary key,
    body varchar(65535) not null
);
