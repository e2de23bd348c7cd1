-- What does each month of the whole district bring together at the as-of date: the line-months that are done, and the others?
-- Grain: one row a month. Parameters: $as_of. Columns: those of ledger/key_sums.
-- uses: ledger/key_sums
select
    cast(null as varchar) as district, cast(null as varchar) as school, cast(null as varchar) as provider,
    cast(null as varchar) as service, cast(null as varchar) as setting, cast(null as varchar) as grade,
    cast(null as varchar) as student, cast(null as varchar) as line, u.month,
    sum(u.expected_minutes) as expected_minutes, sum(u.delivered_minutes) as delivered_minutes,
    sum(u.credited_minutes) as credited_minutes, sum(u.excess_minutes) as excess_minutes,
    sum(u.excused_minutes) as excused_minutes, sum(u.review_minutes) as review_minutes,
    sum(u.make_up_minutes) as make_up_minutes, sum(u.unaccounted_minutes) as unaccounted_minutes,
    sum(u.uncovered_minutes) as uncovered_minutes, sum(u.lapsed_minutes) as lapsed_minutes,
    sum(u.pace_gap_minutes) as pace_gap_minutes, sum(u.provider_caused_minutes) as provider_caused_minutes,
    sum(u.open_minutes) as open_minutes, sum(u.lines) as lines, sum(u.lines_on_track) as lines_on_track,
    sum(u.lines_without_evidence) as lines_without_evidence, sum(u.lines_banded) as lines_banded,
    sum(u.counted_sessions) as counted_sessions, sum(u.required_sessions) as required_sessions
from (
    select
        k.month,
        k.expected_minutes, k.delivered_minutes, k.credited_minutes, k.excess_minutes, k.excused_minutes,
        k.review_minutes, k.make_up_minutes, k.unaccounted_minutes, k.uncovered_minutes, k.lapsed_minutes,
        k.pace_gap_minutes, k.provider_caused_minutes, k.open_minutes, k.lines, k.lines_on_track,
        k.lines_without_evidence, k.lines_banded, k.counted_sessions, k.required_sessions
    from key_sums as k
    union all
    select
        t.month,
        t.expected_minutes, t.delivered_minutes, t.credited_minutes, t.excess_minutes, t.excused_minutes,
        t.review_minutes, t.make_up_minutes, t.unaccounted_minutes, t.uncovered_minutes, t.lapsed_minutes,
        t.pace_gap_minutes, t.provider_caused_minutes, t.open_minutes, t.lines, t.lines_on_track,
        t.lines_without_evidence, t.lines_banded, t.counted_sessions, t.required_sessions
    from rolled_month_totals as t
    where t.from_day <= $as_of and t.to_day > $as_of
) as u
group by u.month
