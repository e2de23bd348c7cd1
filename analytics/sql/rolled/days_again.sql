-- On which day do the first of a student's sessions from $made_from on, on file or gone, count?
-- Grain: one row a student with such sessions. Parameters: $district, $made_from. Columns: student_id, first_day.
-- uses: rolled/slice_students
select s.student_id, min(least(s.session_date, s.makes_up_date)) as first_day
from slice_students as t
join sessions as s on s.district = $district and s.student_id = t.student_id and s.session_date >= $made_from
group by s.student_id
