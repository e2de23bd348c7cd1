-- Which files in force told of each line (rules 3)?
-- Grain: one row a batch and line. Parameters: $district, $known. Columns: batch_id, student_id, plan_type, esy, iep_id, service.
-- uses: base/lines, base/batches_now
select r.batch_id, l.student_id, l.plan_type, l.esy, l.iep_id, l.service
from batch_rows_listed as r
join batches_now as n on n.batch_id = r.batch_id
join lines as l on l.row_key = r.row_key
where
    r.district = $district and r.dataset = 'service_lines' and r.action <> 'remove'
    and r.known_from <= $known and (r.known_to is null or r.known_to > $known)
