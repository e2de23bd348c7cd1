-- From which day on do the sessions matter of the students whose stored steps are made together?
-- Grain: one row a student. Columns: student_id, first_day.
-- Parameters: $made_from.
-- uses: rolled/slice_students, rolled/read_from
select t.student_id, least($made_from, min(greatest(r.given_from, n.start_day))) as first_day
from slice_students as t
left join rolled_new_touched as n on n.student_id = t.student_id
left join read_from as r on r.line_no = n.line_no
group by t.student_id
