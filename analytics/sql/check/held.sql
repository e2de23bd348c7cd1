-- Is every rejected or waiting record of a file in force kept with its reason?
-- Grain: one row a batch whose held rows are fewer than were counted. Parameters: $district. Columns: batch_id, counted, kept.
select s.batch_id, s.counted, coalesce(h.kept, 0) as kept
from (
    select x.batch_id, sum(x.rows_rejected + x.rows_waiting) as counted
    from batch_sheets as x
    join batches as b on b.district = x.district and b.batch_id = x.batch_id and b.state = 'in_force'
    where x.district = $district
    group by x.batch_id
) as s
left join (
    select r.batch_id, count(*) as kept from held_rows as r where r.district = $district group by r.batch_id
) as h on h.batch_id = s.batch_id
where s.counted > coalesce(h.kept, 0)
