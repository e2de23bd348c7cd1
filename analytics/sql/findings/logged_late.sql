-- Which sessions were entered more than seven days after they took place?
-- Grain: one row a session. Parameters: as findings/told_sessions. Columns: those of a finding.
-- uses: findings/told_sessions
select
    {finding: t.*}
from told_sessions as t
where t.logged_on > t.day + 7
order by t.student_id, t.day, t.source_row
