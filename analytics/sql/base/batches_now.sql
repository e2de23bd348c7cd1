-- Which files are in force?
-- Grain: one row a batch. Parameters: $district, $known. Columns: batch_id, batch_seq, load_date.
-- materialized
select b.batch_id, b.batch_seq, b.load_date
from batches as b
join (
    select e.batch_id
    from events as e
    where e.district = $district and e.event_seq <= $known
    group by e.batch_id
    having bool_or(e.kind = 'import') and not bool_or(e.kind = 'undo')
) as e on e.batch_id = b.batch_id
where b.district = $district
