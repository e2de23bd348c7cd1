-- Which sessions were given on a day on which the student's school is closed?
-- Grain: one row a session. Parameters: as findings/told_sessions. Columns: those of a finding.
-- uses: findings/told_sessions, base/lines, base/students_now, base/calendar_sources, base/day_facts
select
    {finding: t.*}
from told_sessions as t
where
    t.given_minutes > 0
    and (
        exists (
            select 1 from lines as l join day_facts as d on d.calendar = l.calendar and d.day = t.day
            where l.line_no = t.line_no and not d.is_open
        )
        or t.line_no is null and exists (
            select 1 from students_now as s
            left join (select distinct x.calendar from calendar_sources as x) as c on c.calendar = coalesce(t.school, s.school)
            join day_facts as d on d.calendar = coalesce(c.calendar, '') and d.day = t.day
            where s.student_id = t.student_id and not d.is_open
        )
    )
order by t.student_id, t.day, t.source_row
