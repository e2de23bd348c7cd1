-- What a batch said of rows that were new and went in as they stand is in the versions that it wrote: such rows are told by runs, not one by
-- one. batch_rows, which readers ask, is both together.
alter table batch_rows rename to batch_rows_listed;

-- The session rows of one sheet, from first_row to last_row, that the event wrote: each is new, its row_hash is the version's, and its
-- record's number is source_row + record_lead. Rows between them that became something else are listed.
create table batch_runs (
    district varchar not null,
    batch_id varchar not null,
    source_sheet varchar not null,
    first_row integer not null,
    last_row integer not null,
    record_lead bigint not null,
    event_seq bigint not null,
    primary key (district, batch_id, source_sheet, first_row)
);

create view batch_rows as
select
    r.district, r.batch_id, r.dataset, r.row_key, r.row_hash, r.shape, r.source_sheet, r.source_row, r.record_no, r.action
from batch_rows_listed as r
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
