-- On which days may a student's school or grade change: those on which a student of several spells begins one?
-- Grain: one row a day. Column: day. Between two of them the roster says the same of every student.
-- uses: base/spells
-- materialized
select distinct s.enrolled_from as day
from spells as s
where s.enrolled_from is not null and s.student_id in (
    select r.student_id from spells as r group by r.student_id having count(*) > 1
)
