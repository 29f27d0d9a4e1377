-- Paid calls, what they add up to, caps, and who waits for a person because of money. Amounts to a millionth.

-- body is the whole record; the columns are what is asked for. currency is XXX where no price is known.
create table provider_call (
    id varchar(36) primary key,
    seq bigint generated always as identity,
    run_id varchar(36) not null,
    step_id varchar(36) not null,
    call_no integer not null,
    provider varchar(100) not null,
    scene varchar(64) not null,
    shot varchar(64) not null,
    on_day varchar(10) not null,
    state varchar(20) not null,
    currency char(3) not null,
    estimated numeric(18, 6) not null,
    counted numeric(18, 6) not null,
    body text not null,
    unique (step_id, call_no)
);
create index provider_call_state on provider_call (state);

-- What counts against the caps now, kept with every transition: asking costs the same however much was bought.
create table spend_total (
    scope varchar(10) not null,
    of_what varchar(100) not null,
    currency char(3) not null,
    amount numeric(18, 6) not null,
    primary key (scope, of_what, currency)
);

create table spend_cap (
    scope varchar(10) not null,
    of_what varchar(100) not null,
    currency char(3) not null,
    amount numeric(18, 6) not null,
    primary key (scope, of_what, currency)
);

-- The first step on a subject is the one whose question stands for all.
create table spend_hold (
    step_id varchar(36) primary key,
    seq bigint generated always as identity,
    subject varchar(200) not null,
    body varchar(65535) not null
);
create index spend_hold_subject on spend_hold (subject, seq);
