-- The ledger's tables. Every key begins with district, so that a co-op can spread the same tables over a PostgreSQL cluster.
-- Dataset tables keep every version of a row: [known_from, known_to) counts events (imports, undos, settings);
-- known_to is null for the version in force. A row is never erased, so any earlier state can be read again.

create table events (
    district varchar not null,
    event_seq bigint not null,
    kind varchar not null check (kind in ('import', 'undo', 'policy', 'calendar', 'answer', 'people', 'close')),
    batch_id varchar,
    happened_at timestamp not null,
    done_by varchar not null,
    primary key (district, event_seq)
);

create table batches (
    district varchar not null,
    batch_id varchar not null,
    batch_seq bigint not null,
    file_name varchar not null,
    sha256 varchar not null,
    file_bytes bigint not null,
    loaded_at timestamp not null,
    load_date date not null,
    loaded_by varchar not null,
    import_mode varchar not null check (import_mode in ('merge', 'replace')),
    state varchar not null check (state in ('in_force', 'undone')),
    undone_at timestamp,
    undone_by varchar,
    primary key (district, batch_id)
);

-- One row a sheet and dataset of a batch: what it was taken for and how its records were counted.
create table batch_sheets (
    district varchar not null,
    batch_id varchar not null,
    source_sheet varchar not null,
    dataset varchar not null,
    shape varchar not null,
    header_row integer,
    mapping_json varchar not null,
    report_json varchar not null,
    rows_read bigint not null,
    rows_new bigint not null,
    rows_changed bigint not null,
    rows_unchanged bigint not null,
    rows_duplicate bigint not null,
    rows_rejected bigint not null,
    rows_waiting bigint not null,
    rows_ignored bigint not null,
    rows_missing bigint not null,
    primary key (district, batch_id, source_sheet, dataset)
);

-- What each batch said of each row, unchanged rows included: replaying these in batch order gives the state after an undo.
-- row_hash is the content as the file gave it, before persons were found; some version in the dataset's table holds it
-- (one that was never in force has known_from = known_to). action 'remove' is a row that a replace took out; 'duplicate'
-- and 'waiting' are rows that other rows or persons kept out, and may let in when a batch is undone.
create table batch_rows (
    district varchar not null,
    batch_id varchar not null,
    dataset varchar not null,
    row_key varchar not null,
    row_hash varchar not null,
    shape varchar not null,
    source_sheet varchar,
    source_row integer,
    record_no bigint,
    action varchar not null check (action in ('new', 'changed', 'unchanged', 'duplicate', 'waiting', 'remove'))
);

-- The persons that each batch names. person_ref is the file's id, or a text beginning with ~ where it gives only a name.
-- is_mention is false for the rows of a roster.
create table batch_people (
    district varchar not null,
    batch_id varchar not null,
    person_kind varchar not null,
    person_ref varchar not null,
    last_name varchar,
    first_name varchar,
    full_name varchar,
    birth_date date,
    school varchar,
    grade varchar,
    role varchar,
    is_mention boolean not null,
    shape varchar not null,
    source_sheet varchar,
    source_row integer
);

-- Records that did not go in: rejected for good, or waiting for an answer. Forbidden columns are blanked before they are kept.
create table held_rows (
    district varchar not null,
    batch_id varchar not null,
    dataset varchar not null,
    shape varchar not null,
    source_sheet varchar not null,
    source_row integer not null,
    record_no bigint not null,
    outcome varchar not null check (outcome in ('rejected', 'waiting')),
    cells_json varchar not null,
    problems_json varchar not null
);

-- Which days each batch's logs speak for, before rules.md 2a is applied: its session rows (waiting ones too) by month.
create table batch_logs (
    district varchar not null,
    batch_id varchar not null,
    shape varchar not null,
    service varchar not null,
    kind varchar,
    provider_id varchar,
    student_id varchar,
    month_start date not null,
    row_count bigint not null,
    first_day date not null,
    last_day date not null,
    is_waiting boolean not null
);

-- Coverage that a person chose, in the preview or with --covers; it stands instead of the batch's own for that service.
create table batch_covers (
    district varchar not null,
    batch_id varchar not null,
    service varchar not null,
    kind varchar,
    provider_id varchar,
    school varchar,
    from_day date not null,
    to_day date not null
);

-- Answers remembered for a file's shape (its headings): columns, codes, names of schools and services, date order.
create table profiles (
    district varchar not null,
    shape varchar not null,
    dataset varchar not null,
    answer_kind varchar not null,
    subject varchar not null,
    answer varchar not null,
    answered_at timestamp not null,
    answered_by varchar not null,
    primary key (district, shape, dataset, answer_kind, subject)
);

-- Once two spellings are joined they stay joined.
create table person_aliases (
    district varchar not null,
    person_kind varchar not null check (person_kind in ('student', 'provider')),
    alias_key varchar not null,
    person_id varchar not null,
    batch_id varchar,
    primary key (district, person_kind, alias_key)
);

-- A random key a student for links and caches, so that no id or name stands in a URL.
create table student_links (
    district varchar not null,
    student_id varchar not null,
    link_key varchar not null,
    primary key (district, student_id)
);

create table policies (
    district varchar not null,
    school_year varchar not null,
    policy varchar not null,
    value varchar not null,
    set_at timestamp not null,
    set_by varchar not null,
    known_from bigint not null,
    known_to bigint,
    primary key (district, school_year, policy, known_from)
);

create table settings (
    district varchar not null,
    setting varchar not null,
    value varchar not null,
    set_at timestamp not null,
    set_by varchar not null,
    primary key (district, setting)
);

-- The calendar proposed where none was loaded: made anew at each import until someone confirms it.
create table proposed_days (
    district varchar not null,
    day date not null,
    is_instructional boolean not null,
    day_type varchar not null,
    primary key (district, day)
);

create table students (
    district varchar not null, row_key varchar not null,
    student_id varchar not null, last_name varchar, first_name varchar, birth_date date,
    school varchar, grade varchar, enrolled_from date, enrolled_to date, other_ids varchar,
    shape varchar not null, row_hash varchar not null, batch_id varchar not null,
    source_sheet varchar, source_row integer, known_from bigint not null, known_to bigint,
    primary key (district, row_key, known_from)
);

-- Students and providers that other files mention: a roster row of the same id takes their place.
create table people (
    district varchar not null, row_key varchar not null,
    person_kind varchar not null, person_id varchar not null, last_name varchar, first_name varchar,
    full_name varchar, birth_date date, school varchar, grade varchar, role varchar,
    shape varchar not null, row_hash varchar not null, batch_id varchar not null,
    source_sheet varchar, source_row integer, known_from bigint not null, known_to bigint,
    primary key (district, row_key, known_from)
);

create table schools (
    district varchar not null, row_key varchar not null,
    school varchar not null, school_name varchar, level varchar, zone varchar,
    shape varchar not null, row_hash varchar not null, batch_id varchar not null,
    source_sheet varchar, source_row integer, known_from bigint not null, known_to bigint,
    primary key (district, row_key, known_from)
);

create table providers (
    district varchar not null, row_key varchar not null,
    provider_id varchar not null, provider_name varchar, role varchar, fte decimal(9,4),
    contract_minutes decimal(12,4), other_duties_minutes decimal(12,4), home_school varchar, employer varchar,
    start_date date, end_date date,
    shape varchar not null, row_hash varchar not null, batch_id varchar not null,
    source_sheet varchar, source_row integer, known_from bigint not null, known_to bigint,
    primary key (district, row_key, known_from)
);

create table supervision (
    district varchar not null, row_key varchar not null,
    assistant_id varchar not null, provider_id varchar not null, school varchar, hours_per_month decimal(9,4),
    shape varchar not null, row_hash varchar not null, batch_id varchar not null,
    source_sheet varchar, source_row integer, known_from bigint not null, known_to bigint,
    primary key (district, row_key, known_from)
);

create table site_days (
    district varchar not null, row_key varchar not null,
    provider_id varchar not null, school varchar not null, weekday varchar not null, half_day varchar not null,
    shape varchar not null, row_hash varchar not null, batch_id varchar not null,
    source_sheet varchar, source_row integer, known_from bigint not null, known_to bigint,
    primary key (district, row_key, known_from)
);

-- amount_minutes is per cycle; null with is_usable false is an amount that cannot be read, kept as amount_text.
-- assumed lists the fields that were not in the file and took rules.md's default, comma-separated.
create table service_lines (
    district varchar not null, row_key varchar not null,
    line_id varchar not null, student_id varchar not null, service varchar not null, plan_type varchar not null,
    kind varchar not null, setting varchar, line_grouping varchar, group_max integer,
    minutes_per_session decimal(12,4), sessions_per_cycle decimal(12,4), amount_minutes decimal(12,4),
    amount_text varchar, is_usable boolean not null, cycle varchar, start_date date, end_date date,
    iep_id varchar, provider_id varchar, otr_of_record_id varchar, school varchar, esy boolean not null,
    stated_year_minutes decimal(12,4), stated_delivered_minutes decimal(12,4), stated_as_of date, assumed varchar,
    shape varchar not null, row_hash varchar not null, batch_id varchar not null,
    source_sheet varchar, source_row integer, known_from bigint not null, known_to bigint,
    primary key (district, row_key, known_from)
);

-- kind is null where the file does not say: the student's own lines decide when figures are made.
create table sessions (
    district varchar not null, row_key varchar not null,
    session_id varchar not null, student_id varchar not null, line_id varchar, provider_id varchar, school varchar,
    service varchar not null, kind varchar, session_date date not null, start_time time, end_time time,
    minutes decimal(12,4), status varchar not null check (status in ('delivered', 'partial', 'make_up', 'missed', 'attempt')),
    reason varchar, setting varchar, session_grouping varchar, group_size integer, group_id varchar,
    makes_up_date date, award_id varchar, logged_on date,
    shape varchar not null, row_hash varchar not null, batch_id varchar not null,
    source_sheet varchar, source_row integer, known_from bigint not null, known_to bigint
);

-- Session rows that are in force but count elsewhere ('twin': another system's file has the same session) or wait, because
-- two systems say both missed and given ('conflict'). Figures read sessions only.
create table sessions_aside (
    district varchar not null, row_key varchar not null,
    session_id varchar not null, student_id varchar not null, line_id varchar, provider_id varchar, school varchar,
    service varchar not null, kind varchar, session_date date not null, start_time time, end_time time,
    minutes decimal(12,4), status varchar not null check (status in ('delivered', 'partial', 'make_up', 'missed', 'attempt')),
    reason varchar, setting varchar, session_grouping varchar, group_size integer, group_id varchar,
    makes_up_date date, award_id varchar, logged_on date,
    aside varchar not null check (aside in ('twin', 'conflict')),
    shape varchar not null, row_hash varchar not null, batch_id varchar not null,
    source_sheet varchar, source_row integer, known_from bigint not null, known_to bigint
);

create table goals (
    district varchar not null, row_key varchar not null,
    goal_id varchar not null, student_id varchar not null, service varchar, area varchar, goal_text varchar,
    baseline double precision, target double precision, unit varchar, direction varchar, trials integer,
    consecutive_required integer, start_date date, due_date date,
    shape varchar not null, row_hash varchar not null, batch_id varchar not null,
    source_sheet varchar, source_row integer, known_from bigint not null, known_to bigint,
    primary key (district, row_key, known_from)
);

create table measurements (
    district varchar not null, row_key varchar not null,
    goal_id varchar not null, student_id varchar not null, measured_on date, value double precision,
    trials integer, progress_code varchar, period varchar,
    shape varchar not null, row_hash varchar not null, batch_id varchar not null,
    source_sheet varchar, source_row integer, known_from bigint not null, known_to bigint
);

create table calendar_days (
    district varchar not null, row_key varchar not null,
    school varchar not null, day date not null, is_instructional boolean not null, day_type varchar, cycle_day varchar,
    shape varchar not null, row_hash varchar not null, batch_id varchar not null,
    source_sheet varchar, source_row integer, known_from bigint not null, known_to bigint,
    primary key (district, row_key, known_from)
);

create table grading_periods (
    district varchar not null, row_key varchar not null,
    school_year varchar not null, period varchar not null, start_date date not null, end_date date not null,
    shape varchar not null, row_hash varchar not null, batch_id varchar not null,
    source_sheet varchar, source_row integer, known_from bigint not null, known_to bigint,
    primary key (district, row_key, known_from)
);

create table decisions (
    district varchar not null, row_key varchar not null,
    line_id varchar not null, student_id varchar, period varchar not null, decision varchar not null,
    minutes decimal(12,4), decided_on date, decided_by varchar,
    shape varchar not null, row_hash varchar not null, batch_id varchar not null,
    source_sheet varchar, source_row integer, known_from bigint not null, known_to bigint,
    primary key (district, row_key, known_from)
);

create table awards (
    district varchar not null, row_key varchar not null,
    award_id varchar not null, student_id varchar not null, service varchar not null,
    minutes decimal(12,4), awarded_on date,
    shape varchar not null, row_hash varchar not null, batch_id varchar not null,
    source_sheet varchar, source_row integer, known_from bigint not null, known_to bigint,
    primary key (district, row_key, known_from)
);
