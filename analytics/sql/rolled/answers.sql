-- What do the chosen lines bring at the as-of date under the keys asked for, as it was worked out for that day before?
-- Grain: one row a combination of the keys that the day was worked out by. Parameters: $as_of, $answered_by (these keys), $by_district ...
-- $by_month, the viewer's choice. Columns: those of ledger/keyed_shares.
select
    case when $by_district then cast($district as varchar) end as district, case when $by_school then a.school end as school,
    case when $by_provider then a.provider end as provider, case when $by_service then a.service end as service,
    case when $by_setting then a.setting end as setting, case when $by_grade then a.grade end as grade,
    cast(null as varchar) as student, cast(null as varchar) as line, case when $by_month then a.month end as month,
    a.expected_minutes, a.delivered_minutes, a.credited_minutes, a.excess_minutes, a.excused_minutes, a.review_minutes,
    a.make_up_minutes, a.unaccounted_minutes, a.uncovered_minutes, a.lapsed_minutes, a.pace_gap_minutes,
    a.provider_caused_minutes, a.open_minutes, a.lines, a.lines_on_track, a.lines_without_evidence, a.lines_banded,
    a.counted_sessions, a.required_sessions
from rolled_answers as a
where
    a.asked = $answered_by and a.from_day <= $as_of and a.to_day > $as_of
    and ($services = '' or position(chr(31) || a.service || chr(31) in $services) > 0)
    and ($schools = '' or position(chr(31) || a.school || chr(31) in $schools) > 0)
    and ($providers = '' or position(chr(31) || a.provider || chr(31) in $providers) > 0)
