-- Plans of caseloads that somebody chose to keep: suggestions only, no figure reads them.
create table plans (
    district varchar not null,
    plan_id varchar not null,
    plan_name varchar not null,
    as_of date not null,
    summary varchar not null,
    rules_json varchar not null,
    saved_at timestamp not null,
    saved_by varchar not null,
    primary key (district, plan_id)
);

create table plan_moves (
    district varchar not null,
    plan_id varchar not null,
    student_id varchar not null,
    line_id varchar not null,
    service varchar not null,
    school varchar,
    from_provider varchar,
    to_provider varchar not null,
    minutes double precision not null,
    reason varchar not null,
    primary key (district, plan_id, student_id, line_id)
);
