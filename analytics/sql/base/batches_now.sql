-- Which files are in force?
-- Grain: one row a batch. Parameters: $district, $known. Columns: batch_id, batch_seq, load_date.
select b.batch_id, b.batch_seq, b.load_date
from batches as b
where
    b.district = $district
    and exists (
        select 1 from events as e
        where e.district = $district and e.batch_id = b.batch_id and e.kind = 'import' and e.event_seq <= $known
    )
    and not exists (
        select 1 from events as e
        where e.district = $district and e.batch_id = b.batch_id and e.kind = 'undo' and e.event_seq <= $known
    )
