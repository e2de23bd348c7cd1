-- Which other lines has the student for the same service and kind between two days, and what did the line say before it was changed?
-- Grain: one row a line, or an earlier version of the line. Parameters: $district, $line_no, $span_from, $span_to, $known.
-- Columns: line_id, amount_minutes, cycle, setting, line_grouping, window_from, window_to, plan_type, esy, told_by (an earlier version: the
-- file that changed it, empty where its upload was undone; null: another line).
-- uses: base/lines, base/windows
select
    o.line_id, o.amount_minutes, o.cycle, o.setting, o.line_grouping, w.window_from, w.window_to, o.plan_type, o.esy,
    cast(null as varchar) as told_by
from lines as l
join lines as o on o.student_id = l.student_id and o.service = l.service and o.kind = l.kind and o.line_no <> l.line_no
join windows as w on w.line_no = o.line_no
where l.line_no = $line_no and w.window_from <= w.window_to and w.window_from <= cast($span_to as date) + 1 and w.window_to >= $span_from
union all
select
    v.line_id, cast(v.amount_minutes as double precision), v.cycle, v.setting, v.line_grouping, v.start_date, v.end_date,
    v.plan_type, v.esy, case when e.kind = 'undo' then '' else coalesce(b.file_name, '') end
from lines as l
join service_lines as v
    on v.district = $district and v.row_key = l.row_key and v.known_to <= $known and v.known_to > v.known_from
join service_lines as c
    on
        c.district = $district and c.row_key = l.row_key and c.known_from <= $known and (c.known_to is null or c.known_to > $known)
        and c.row_hash <> v.row_hash
join events as e on e.district = $district and e.event_seq = v.known_to
left join batches as b on b.district = $district and b.batch_id = e.batch_id
where l.line_no = $line_no
order by 6, 1
