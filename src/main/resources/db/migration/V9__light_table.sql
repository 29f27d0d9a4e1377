-- Prompts that a person wrote for single shots.
create table shot_wording (
    shot varchar(64) primary key,
    body text not null
);
