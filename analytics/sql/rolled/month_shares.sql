-- What does each month of the whole district bring at the as-of date: the line-months that aren't done, and all that are done together?
-- Grain: several rows a month. Parameters: $as_of. Columns: those of ledger/keyed_shares.
-- uses: rolled/shares
select s.*
from shares as s
union all
select
    null, null, null, null, null, null, null, null, t.month,
    t.expected_minutes, t.delivered_minutes, t.credited_minutes, t.excess_minutes, t.excused_minutes, t.review_minutes,
    t.make_up_minutes, t.unaccounted_minutes, t.uncovered_minutes, t.lapsed_minutes, t.pace_gap_minutes,
    t.provider_caused_minutes, t.open_minutes, t.lines, t.lines_on_track, t.lines_without_evidence, t.lines_banded,
    t.counted_sessions, t.required_sessions
from rolled_month_totals as t
where t.from_day <= $as_of and t.to_day > $as_of
