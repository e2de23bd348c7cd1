-- Which minutes were given outside any mandate (rules 4)? Sessions before the student's first line of the service are apart.
-- Grain: one row a combination of the keys asked for. Parameters: $district, $by_district, $by_student, $by_service, $by_month, $from_day,
-- $to_day, the viewer's choice.
-- Columns: district, student, service, month (of the day it counts on), outside_mandate_minutes.
-- uses: base/placed, base/lines, base/days
select
    case when $by_district then cast($district as varchar) end as district,
    case when $by_student then p.student_id end as student,
    case when $by_service then p.service end as service,
    case when $by_month then d.month end as month,
    sum(p.given_minutes) as outside_mandate_minutes
from placed as p
join days as d on d.day = p.counts_on
where
    p.line_no is null and p.status in ('delivered', 'partial', 'make_up') and p.counts_on between $from_day and $to_day
    and exists (select 1 from lines as l)
    and not exists (
        select 1
        from (
            select l.student_id, l.service, min(l.start_day) as first_day from lines as l group by l.student_id, l.service
        ) as f
        where f.student_id = p.student_id and f.service = p.service and p.counts_on < f.first_day
    )
    and {p.service in $services}
    and {p.school in $schools}
    and {p.provider_id in $providers}
    and {p.student_id in $students}
group by
    case when $by_district then cast($district as varchar) end, case when $by_student then p.student_id end,
    case when $by_service then p.service end, case when $by_month then d.month end
