-- What do the chosen lines bring at the as-of date under the keys asked for, as it was worked out for that day before?
-- Grain: one row a combination of the keys that the day was worked out by. Parameters: $district, $as_of, $answered_by (these keys), $by_district ...
-- $by_month, the viewer's choice. Columns: those of ledger/keyed_shares.
select
    case when $by_district then cast($district as varchar) end as district, case when $by_school then a.school end as school,
    case when $by_provider then a.provider end as provider, case when $by_service then a.service end as service,
    case when $by_setting then a.setting end as setting, case when $by_grade then a.grade end as grade,
    cast(null as varchar) as student, cast(null as varchar) as line, case when $by_month then a.month end as month,
    {minutes: a.*}, {line_counts: a.*}, a.counted_sessions, a.required_sessions
from rolled_answers as a
where
    a.asked = $answered_by and a.from_day <= $as_of and a.to_day > $as_of
    and {a.service in $services}
    and {a.school in $schools}
    and {a.provider in $providers}
