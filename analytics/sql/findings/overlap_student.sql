-- Which sessions of one student overlap in time?
-- Grain: one row a session. Parameters: as findings/told_sessions. Columns: those of a finding.
-- uses: findings/told_sessions
select
    {finding: t.*}
from told_sessions as t
where
    t.given_minutes > 0 and exists (
        select 1 from told_sessions as o
        where
            o.student_id = t.student_id and o.day = t.day and o.row_key <> t.row_key and o.given_minutes > 0
            and o.start_time < t.end_time and t.start_time < o.end_time
    )
order by t.student_id, t.day, t.source_row
