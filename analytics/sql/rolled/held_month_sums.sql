-- What has settled of each line and month at the as-of date?
-- Grain: one row a line and month. Parameters: $as_of, $only_open (without the months that are done). Columns: those of held_sums.
select
    s.line_no, s.month, s.expected_minutes, s.delivered_minutes, s.credited_minutes, s.excess_minutes, s.excused_minutes,
    s.review_minutes, s.make_up_minutes, s.unaccounted_minutes, s.provider_caused_minutes, s.open_minutes,
    s.uncovered_minutes, s.lapsed_minutes, s.short_minutes, s.required_sessions, s.counted_sessions, s.given_sessions
from rolled_month_sums as s
where s.from_day <= $as_of and s.to_day > $as_of and not ($only_open and s.is_final)
