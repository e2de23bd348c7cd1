-- Which minutes were given outside any mandate up to the as-of date (rules 4), from the stored table?
-- Grain: one row a combination of the keys asked for. Parameters and columns: those of ledger/outside.
-- Parameters: $as_of, $from_day (the first of a month), $district.
select
    case when $by_district then cast($district as varchar) end as district,
    case when $by_student then p.student_id end as student, case when $by_service then p.service end as service,
    case when $by_month then p.month end as month, sum(p.given_minutes) as outside_mandate_minutes
from rolled_outside as p
where
    p.session_date <= $as_of and p.month >= $from_day
    and {p.service in $services}
    and {p.school in $schools}
    and {p.provider_id in $providers}
    and {p.student_id in $students}
group by
    case when $by_district then cast($district as varchar) end, case when $by_student then p.student_id end,
    case when $by_service then p.service end, case when $by_month then p.month end
