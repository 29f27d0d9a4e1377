-- Edits of the present cut since its body was written, oldest first: a cut of hours is not written anew for each trim.
create table recut (
    seq bigint generated always as identity primary key,
    body text not null
);

-- Counts how often a body was written: whoever knows it need not read it again.
alter table cut add column turn bigint default 0 not null;
