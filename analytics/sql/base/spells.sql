-- When is each student enrolled?
-- Grain: one row a spell. Parameters: $district, $known (event number).
-- Columns: student_id, school, grade, enrolled_from, enrolled_to (null: open), row_key.
select s.student_id, s.school, s.grade, s.enrolled_from, s.enrolled_to, s.row_key
from students as s
where s.district = $district and s.known_from <= $known and (s.known_to is null or s.known_to > $known)
