-- Which lines of the ledger are made together?
-- Grain: one row a line. Column: line_no.
-- uses: rolled/slice_students
-- materialized
select n.line_no
from rolled_new_touched as n
join slice_students as t on t.student_id = n.student_id
