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
            and {g.service in $services}
            and {g.school in $schools}
            and {g.provider_id in $providers}
            and {g.student_id in $students}
        )
    )
group by g.together
order by g.together
