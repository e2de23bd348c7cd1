-- What has settled of each line at the as-of date?
-- Grain: one row a line. Parameters: $as_of. Columns: line_no, month (null), the minutes of ledger/line_sums but pace_gap_minutes,
-- required_sessions, counted_sessions, given_sessions.
select
    s.line_no, cast(null as date) as month, s.expected_minutes, s.delivered_minutes, s.credited_minutes,
    s.delivered_minutes - s.credited_minutes as excess_minutes, s.excused_minutes, s.review_minutes, s.make_up_minutes,
    s.unaccounted_minutes, s.provider_caused_minutes, s.open_minutes, s.uncovered_minutes, s.lapsed_minutes,
    s.short_minutes, s.required_sessions, s.counted_sessions, s.given_sessions
from rolled_sums as s
where s.from_day <= $as_of and s.to_day > $as_of
