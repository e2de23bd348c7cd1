-- What a month leaves behind: what was said of rows that a newer snapshot lacks, which held rows came back mended, and
-- the months that were closed.

-- Rows of a snapshot (IEP lines, students) that a newer file of the same shape lacks: asked about once for that file, and
-- what a person answered. ended_on is the last day of a row that has ended.
create table batch_ends (
    district varchar not null,
    batch_id varchar not null,
    dataset varchar not null,
    row_key varchar not null,
    answer varchar not null check (answer in ('asked', 'ended', 'in_force')),
    ended_on date
);

-- Held records of an earlier batch that this batch brought again, mended or answered: they are its own from now on.
create table batch_mends (
    district varchar not null,
    batch_id varchar not null,
    mended_batch_id varchar not null,
    dataset varchar not null,
    source_sheet varchar not null,
    source_row integer not null
);

-- A month as it was when someone closed it, after that event. as_of is the last day that its figures count.
create table closed_months (
    district varchar not null,
    month_start date not null,
    event_seq bigint not null,
    as_of date not null,
    closed_at timestamp not null,
    closed_by varchar not null,
    primary key (district, month_start, event_seq)
);

-- Its figures by service (empty: all services); minutes as in the ledger, rates as fractions, null where n/a.
create table closed_figures (
    district varchar not null,
    event_seq bigint not null,
    service varchar not null,
    figure varchar not null,
    value double precision,
    primary key (district, event_seq, service, figure)
);

-- The instructional and other days of the month, of the district (school is empty) and of schools with their own.
create table closed_days (
    district varchar not null,
    event_seq bigint not null,
    school varchar not null,
    day date not null,
    is_instructional boolean not null,
    primary key (district, event_seq, school, day)
);

-- The policies that shaped the figures.
create table closed_policies (
    district varchar not null,
    event_seq bigint not null,
    policy varchar not null,
    value varchar not null,
    primary key (district, event_seq, policy)
);

-- The school at which a log saw a student of whom it gives only the name: it tells namesakes apart, and no more.
alter table batch_people add column seen_at varchar;
