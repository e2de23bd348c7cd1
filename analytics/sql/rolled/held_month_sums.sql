-- What has settled of each line and month at the as-of date?
-- Grain: one row a line and month. Parameters: $as_of, $from_day (the first of a month), $only_open (without the months that are done).
-- Columns: those of held_sums.
select
    s.line_no, s.month, {settling: s.*}, s.excess_minutes, {session_counts: s.*}
from rolled_month_sums as s
where
    s.from_day <= $as_of and s.to_day > $as_of and not ($only_open and s.is_final)
    and coalesce(s.month, date '0001-01-01') >= $from_day
