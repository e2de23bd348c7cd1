-- What an earlier ledger is told from keeps its versions where persons are joined later: which file told of which service line, and which
-- months, providers and students a log has rows of (docs/decisions/0296). Of other datasets batch_rows_listed has the last word only.
drop view batch_rows;
alter table batch_rows_listed add column if not exists known_from bigint default 0;
alter table batch_rows_listed add column if not exists known_to bigint;
alter table batch_logs add column if not exists known_from bigint default 0;
alter table batch_logs add column if not exists known_to bigint;
alter table batch_log_students add column if not exists known_from bigint default 0;
alter table batch_log_students add column if not exists known_to bigint;

create view batch_rows as
select
    r.district, r.batch_id, r.dataset, r.row_key, r.row_hash, r.shape, r.source_sheet, r.source_row, r.record_no, r.action
from batch_rows_listed as r
where r.known_to is null
union all
select
    t.district, t.batch_id, 'sessions' as dataset, t.row_key, t.row_hash, t.shape, t.source_sheet, t.source_row,
    t.source_row + n.record_lead as record_no, 'new' as action
from batch_runs as n
join sessions as t
    on
        t.district = n.district and t.batch_id = n.batch_id and t.known_from = n.event_seq
        and t.source_sheet = n.source_sheet and t.source_row between n.first_row and n.last_row
where t.known_to is null or t.known_to > t.known_from;
