-- Which lines in force end soon without a successor?
-- Grain: one row a school. Parameters: $as_of, $until (the last day looked at), the viewer's choice.
-- Columns: school, students, lines, minutes (a week or cycle, as the lines promise).
-- uses: base/chosen_lines, base/lines, base/windows
select c.school, count(distinct c.student_id) as students, count(*) as lines, sum(l.amount_minutes) as minutes
from chosen_lines as c
join lines as l on l.line_no = c.line_no
join windows as w on w.line_no = c.line_no
where
    l.end_date is not null and w.window_from <= $as_of and w.window_to >= $as_of and w.window_to <= $until
    and not exists (
        select 1 from lines as o join windows as v on v.line_no = o.line_no
        where o.student_id = l.student_id and o.service = l.service and o.line_no <> l.line_no and v.window_to > w.window_to
    )
group by c.school
order by c.school
