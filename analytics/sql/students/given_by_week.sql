-- How many minutes were given to the chosen students in each week, by service (rules 4)?
-- Grain: one row a student, service and week with minutes. Parameters: the viewer's choice, $as_of. Columns: student_id, service, week (its
-- Monday), given_minutes (net, of sessions on any of the student's lines, on the day they were given).
-- uses: base/sessions_now
select
    s.student_id, s.service,
    cast(s.session_date - (cast(extract(isodow from s.session_date) as integer) - 1) as date) as week,
    sum(s.given_minutes) as given_minutes
from sessions_now as s
where
    s.given_minutes > 0
    and {s.service in $services}
    and {s.student_id in $students}
group by s.student_id, s.service, cast(s.session_date - (cast(extract(isodow from s.session_date) as integer) - 1) as date)
order by s.student_id, s.service, week
