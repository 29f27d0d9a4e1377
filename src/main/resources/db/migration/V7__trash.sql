-- Takes a person put aside, and since when. After 30 days their files are gone; the row stays, so that no number and no
-- id is given twice.
create table trash (
    take varchar(64) primary key,
    since timestamp(6) with time zone not null,
    gone boolean default false not null
);
