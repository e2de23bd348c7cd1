-- Which lines did the viewer choose to see, at the as-of date, of those that stored steps tell?
-- Grain: one row a line. Parameters: those of base/chosen_lines, $as_of. Columns: those of base/chosen_lines, session_minutes, whole_from.
-- uses: rolled/line_givers, rolled/apart
-- materialized
select
    l.line_no, l.row_key, l.line_id, l.student_id, l.service, l.kind, l.setting, l.line_grouping, l.school, l.grade,
    coalesce(l.provider_id, i.provider_id) as provider_id, l.provider_id is null and i.provider_id is not null as is_inferred,
    l.session_minutes, l.whole_from
from rolled_lines as l
left join line_givers as i on i.line_no = l.line_no
where
    l.from_day <= $as_of and l.to_day > $as_of and l.is_settled
    and l.student_id not in (select a.student_id from apart as a)
    and {l.service in $services}
    and {l.school in $schools}
    and {coalesce(l.provider_id, i.provider_id) in $providers}
    and {l.student_id in $students}
