-- Alerts, as io.eqlair.store describes them. Times are nanoseconds since 1970 in UTC, documents JSON in UTF-8.

-- Numbers that are handed out; whoever takes one holds the row until the end of the transaction.
create table store_state (
    name  text primary key,
    value bigint not null
);
insert into store_state (name, value) values ('last_seq', 0);
-- How many alerts there are, and the bytes of their documents: told by whoever adds or deletes some.
insert into store_state (name, value) values ('alerts', 0);
insert into store_state (name, value) values ('bytes', 0);

-- Written and emptied to find out whether anything can be written.
create table store_probes (
    content ${bytes} not null
);

-- Each version of a rule that has raised an alert, once.
create table alerted_rules (
    rule_key ${key},
    hash     text    not null unique,
    content  ${bytes}    not null
);

-- What alerts are looked for by that their rule says: tags, tactics, techniques, in lower case.
create table alerted_rule_labels (
    kind     text    not null,
    value    text    not null,
    rule_key bigint not null references alerted_rules,
    primary key (kind, value, rule_key)
);

create table alerts (
    seq              ${number_key},
    id               text    not null unique,
    rule_key         bigint not null references alerted_rules,
    rule_id          text    not null,
    severity         integer not null,
    risk_score       integer not null,
    detected_at      bigint not null,
    event_time       bigint not null,
    building_block   integer not null,
    status           text    not null,
    disposition      text,
    assignee         text,
    note             text,
    updated_at       bigint,
    group_key        text,
    suppressed       bigint not null default 0,
    suppressed_first bigint,
    suppressed_last  bigint,
    document         ${bytes}    not null
);
create index alerts_by_rule on alerts (rule_id, seq);
create index alerts_by_event_time on alerts (event_time, seq);
create index alerts_by_detected_at on alerts (detected_at, seq);
create index alerts_by_severity on alerts (severity, seq);
create index alerts_by_risk_score on alerts (risk_score, seq);
create index alerts_by_group on alerts (group_key, event_time) where group_key is not null;

-- In lower case.
create table alert_hosts (
    host text    not null,
    seq  bigint not null references alerts on delete cascade,
    primary key (host, seq)
);
create index alert_hosts_by_alert on alert_hosts (seq);

-- Detections that were counted on an alert.
create table suppressed_detections (
    id       text primary key,
    alert_id text not null references alerts (id) on delete cascade
);
create index suppressed_detections_by_alert on suppressed_detections (alert_id);

-- What people changed, value by value.
create table alert_changes (
    change_key ${key},
    alert_id   text    not null references alerts (id) on delete cascade,
    changed_at bigint not null,
    changed_by text,
    field      text    not null,
    old_value  text,
    new_value  text
);
create index alert_changes_by_alert on alert_changes (alert_id, change_key);

-- How far each sink has come: what is behind its position it has taken, or it is a dead letter.
create table sinks (
    name        text primary key,
    position    bigint not null,
    attempts    integer not null default 0, -- failed ones at the first alert after the position
    missed      bigint not null default 0    -- alerts that were deleted before it took them
);

-- What a sink has given up; again: to be tried once more.
create table dead_letters (
    sink     text    not null,
    seq      bigint not null,
    alert_id text    not null,
    reason   text    not null,
    given_up bigint not null,
    again    integer not null default 0,
    primary key (sink, seq)
);
create index dead_letters_by_alert on dead_letters (seq);
