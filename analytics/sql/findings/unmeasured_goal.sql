-- Which goals in force have neither a measurement nor a progress code up to the as-of date?
-- Grain: one row a goal. Parameters: $district, $known, $as_of, the viewer's choice. Columns: those of a finding; line_id is the goal's id.
-- uses: ledger/names, goals/goals_now, goals/points
select
    g.student_id, n.student_name, n.link_key, g.service, g.start_date as day, cast(null as double precision) as minutes,
    cast(null as varchar) as provider_id, cast(null as varchar) as provider_name, g.school, g.goal_id as line_id,
    b.file_name as source_file, r.source_sheet, r.source_row
from goals_now as g
join goals as r
    on
        r.district = $district and r.row_key = g.row_key and r.known_from <= $known
        and (r.known_to is null or r.known_to > $known)
left join names as n on n.student_id = g.student_id
left join batches as b on b.district = $district and b.batch_id = r.batch_id
where
    coalesce(g.start_date, $as_of) <= $as_of and coalesce(g.due_date, $as_of) >= $as_of
    and not exists (select 1 from points as p where p.student_id = g.student_id and p.goal_id = g.goal_id)
order by g.student_id, g.goal_id
