-- Since when the statistics of something count; what was before is kept, and counts no more.
create table counted_from (
    name varchar(200) primary key,
    since timestamp(6) with time zone not null
);
