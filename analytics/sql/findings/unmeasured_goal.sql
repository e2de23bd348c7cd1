-- Which goals in force have neither a measurement nor a progress code?
-- Grain: one row a goal. Parameters: $district, $known, $as_of, the viewer's choice. Columns: those of a finding; line_id is the goal's id.
-- uses: base/students_now, ledger/names, goals/goal_names
select
    g.student_id, n.student_name, n.link_key, g.service, g.start_date as day, cast(null as double precision) as minutes,
    cast(null as varchar) as provider_id, cast(null as varchar) as provider_name, s.school, g.goal_id as line_id,
    b.file_name as source_file, g.source_sheet, g.source_row
from goals as g
join goal_names as own on own.is_id and own.student_id = g.student_id and own.name = g.goal_id and own.goal_id = g.goal_id
left join students_now as s on s.student_id = g.student_id
left join names as n on n.student_id = g.student_id
left join batches as b on b.district = $district and b.batch_id = g.batch_id
where
    g.district = $district and g.known_from <= $known and (g.known_to is null or g.known_to > $known)
    and coalesce(g.start_date, $as_of) <= $as_of and coalesce(g.due_date, $as_of) >= $as_of
    and not exists (
        select 1 from measurements as m
        left join goal_names as i on i.is_id and i.student_id = m.student_id and i.name = m.goal_id
        left join goal_names as w on not w.is_id and w.student_id = m.student_id and w.name = lower(trim(m.goal_id))
        where
            m.district = $district and coalesce(i.goal_id, w.goal_id) = g.goal_id and m.student_id = g.student_id
            and m.known_from <= $known and (m.known_to is null or m.known_to > $known)
    )
    and {g.service in $services}
    and {s.school in $schools}
    and {g.student_id in $students}
order by g.student_id, g.goal_id
