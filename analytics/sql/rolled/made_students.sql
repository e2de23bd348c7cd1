-- Of which students are stored steps made, so many lines at once that memory holds them?
-- Grain: one row a student with lines made or sessions changed. Parameters: $slice_lines (about so many lines at once).
-- Columns: student_id, slice_no.
-- uses: rolled/changed_students
select
    s.student_id,
    cast(floor((sum(s.lines) over (order by s.student_id) - s.lines) / $slice_lines) as integer) as slice_no
from (
    select u.student_id, cast(sum(u.lines) as integer) as lines
    from (
        select n.student_id, 1 as lines from rolled_new_touched as n
        union all
        select c.student_id, 0 from changed_students as c
    ) as u
    group by u.student_id
) as s
