-- What has settled of each line at the as-of date?
-- Grain: one row a line. Parameters: $as_of. Columns: line_no, month (null), the minutes of ledger/line_sums but pace_gap_minutes,
-- required_sessions, counted_sessions, given_sessions.
select
    s.line_no, cast(null as date) as month, {settling: s.*}, s.delivered_minutes - s.credited_minutes as excess_minutes,
    {session_counts: s.*}
from rolled_sums as s
where s.from_day <= $as_of and s.to_day > $as_of
