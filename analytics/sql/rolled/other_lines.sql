-- Which of the chosen lines are those of students whom stored steps can't tell?
-- Grain: one row a line. Parameters and columns: those of base/chosen_lines.
-- uses: base/lines, base/line_providers, rolled/apart
-- materialized
select
    l.line_no, l.row_key, l.line_id, l.student_id, l.service, l.kind, l.setting, l.line_grouping, l.school, l.grade,
    p.provider_id, p.is_inferred
from lines as l
join line_providers as p on p.line_no = l.line_no
where
    l.in_ledger
    and l.student_id in (
        select u.student_id from rolled_lines as u where not u.is_settled
        union all
        select a.student_id from apart as a
    )
    and {l.service in $services}
    and {l.school in $schools}
    and {p.provider_id in $providers}
    and {l.student_id in $students}
