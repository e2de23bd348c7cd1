-- Under which keys does each session fall where no mandate is on file (rules 2a): those asked for, and null for the others?
-- Grain: one row a session of the viewer's choice, inside the range. Parameters: $district, $by_district ... $by_month (booleans), $from_day, $to_day, the
-- viewer's choice. Columns: district, school (the session's, else the student's), provider, service, setting, grade, student, line (null), month
-- and school_year (of the day it counts on), status, reason, minutes (as logged), given_minutes.
-- uses: base/placed, base/days, base/students_now
select
    case when $by_district then cast($district as varchar) end as district,
    case when $by_school then coalesce(p.school, s.school) end as school,
    case when $by_provider then p.provider_id end as provider,
    case when $by_service then p.service end as service,
    case when $by_setting then p.setting end as setting,
    case when $by_grade then s.grade end as grade,
    case when $by_student then p.student_id end as student,
    cast(null as varchar) as line,
    case when $by_month then d.month end as month,
    d.school_year, p.status, p.reason, p.minutes, p.given_minutes
from placed as p
join days as d on d.day = p.counts_on
left join students_now as s on s.student_id = p.student_id
where
    p.counts_on between $from_day and $to_day
    and {p.service in $services}
    and {coalesce(p.school, s.school) in $schools}
    and {p.provider_id in $providers}
    and {p.student_id in $students}
