-- What do lines bring together at the as-of date under the one key asked for, as it was worked out for that day before?
-- Grain: one row a value of the key. Parameters: $as_of, $answered_by (the key; district also where none is asked for), $by_district.
-- Columns: those of ledger/key_sums.
select
    case when $by_district then a.district end as district, a.school, a.provider, a.service, a.setting, a.grade,
    cast(null as varchar) as student, cast(null as varchar) as line, a.month,
    a.expected_minutes, a.delivered_minutes, a.credited_minutes, a.excess_minutes, a.excused_minutes, a.review_minutes,
    a.make_up_minutes, a.unaccounted_minutes, a.uncovered_minutes, a.lapsed_minutes, a.pace_gap_minutes,
    a.provider_caused_minutes, a.open_minutes, a.lines, a.lines_on_track, a.lines_without_evidence, a.lines_banded,
    a.counted_sessions, a.required_sessions
from rolled_answers as a
where a.asked = $answered_by and a.from_day <= $as_of and a.to_day > $as_of
