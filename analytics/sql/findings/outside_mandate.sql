-- Which sessions were given outside any mandate (rules 4)?
-- Grain: one row a session. Parameters: as findings/told_sessions. Columns: those of a finding.
-- uses: findings/told_sessions, base/lines
select
    {finding: t.*}
from told_sessions as t
where
    t.line_no is null and t.given_minutes > 0 and exists (select 1 from lines as a)
    and not exists (
        select 1 from (select l.student_id, l.service, min(l.start_day) as first_day from lines as l group by l.student_id, l.service) as f
        where f.student_id = t.student_id and f.service = t.service and t.counts_on < f.first_day
    )
order by t.student_id, t.day, t.source_row
