-- How many rows of a line's student and service wait for an answer, between two days?
-- Grain: one row a file. Parameters: $district, $line_no, $span_from, $span_to. Columns: file_name, waiting_rows.
-- uses: base/lines, base/batches_now
select f.file_name, sum(g.row_count) as waiting_rows
from lines as l
join batch_logs as g on g.district = $district and g.student_id = l.student_id and g.service = l.service and g.is_waiting
join batches_now as n on n.batch_id = g.batch_id
join batches as f on f.district = $district and f.batch_id = g.batch_id
where l.line_no = $line_no and g.first_day <= $span_to and g.last_day >= $span_from
group by f.file_name
order by f.file_name
