-- How many students were together in the sessions that were given (rules 11)?
-- Grain: one row a number of students. Parameters: the viewer's choice. Columns: students_together, student_minutes, provider_minutes,
-- sessions (by the provider's clock: a group of three is one session), student_sessions (three).
-- uses: base/chosen_lines, mix/given
select
    g.together as students_together, sum(g.student_minutes) as student_minutes, sum(g.provider_minutes) as provider_minutes,
    count(*) / nullif(cast(g.together as double precision), 0) as sessions, count(*) as student_sessions
from given as g
left join chosen_lines as c on c.line_no = g.line_no
where
    g.kind is distinct from 'indirect'
    and (
        c.line_no is not null
        or (
            g.line_no is null
            and ($services = '' or position(chr(31) || g.service || chr(31) in $services) > 0)
            and ($schools = '' or position(chr(31) || g.school || chr(31) in $schools) > 0)
            and ($providers = '' or position(chr(31) || g.provider_id || chr(31) in $providers) > 0)
            and ($students = '' or position(chr(31) || g.student_id || chr(31) in $students) > 0)
        )
    )
group by g.together
order by g.together
