-- Of which students are stored steps made, so many lines at once that memory holds them, and from which day on do their sessions matter?
-- Grain: one row a student with lines made or sessions changed. Parameters: $slice_lines (about so many lines at once), $made_from.
-- Columns: student_id, slice_no, first_day.
-- uses: rolled/changed_students
select
    s.student_id, s.first_day,
    cast(floor((sum(s.lines) over (order by s.student_id) - s.lines) / $slice_lines) as integer) as slice_no
from (
    select u.student_id, cast(sum(u.lines) as integer) as lines, least(min(u.start_day), $made_from) as first_day
    from (
        select n.student_id, n.start_day, 1 as lines from rolled_new_touched as n
        union all
        select c.student_id, null, 0 from changed_students as c
    ) as u
    group by u.student_id
) as s
