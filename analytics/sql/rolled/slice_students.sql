-- Of which students are stored steps made together?
-- Grain: one row a student. Parameters: $slice_no. Columns: student_id, first_day (from which on their sessions matter).
select n.student_id, n.first_day
from rolled_new_students as n
where n.slice_no = $slice_no
