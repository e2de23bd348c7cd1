-- Which sessions are longer than their line plans by half or more?
-- Grain: one row a session. Parameters: as findings/told_sessions. Columns: those of a finding.
-- uses: findings/told_sessions, base/session_minutes
select
    {finding: t.*}
from told_sessions as t
join session_minutes as m on m.line_no = t.line_no
where t.given_minutes >= 1.5 * m.session_minutes and m.session_minutes > 0
order by t.student_id, t.day, t.source_row
