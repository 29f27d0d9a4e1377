-- How a person wants those of the bible to look, instead of what the script says.
create table portrait (
    kind varchar(20) not null,
    name varchar(1000) not null,
    words varchar(1000) not null,
    primary key (kind, name)
);
