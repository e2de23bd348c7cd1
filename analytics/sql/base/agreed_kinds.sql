-- Which kind do all lines of a student's service have (rules 1)?
-- Grain: one row a student and service whose lines agree. Columns: student_id, service, kind.
-- uses: base/lines
select l.student_id, l.service, min(l.kind) as kind
from lines as l
group by l.student_id, l.service
having min(l.kind) = max(l.kind)
