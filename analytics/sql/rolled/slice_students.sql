-- Of which students are stored steps made together?
-- Grain: one row a student. Parameters: $slice_no. Columns: student_id.
select n.student_id
from rolled_new_students as n
where n.slice_no = $slice_no
