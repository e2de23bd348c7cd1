-- On which days does a line accrue, how much, and is the day loaded (rules 2 and 2a)?
-- Grain: one row a day, whatever the as-of date. Parameters: $line_no, $as_of, $from_day, $to_day. Columns: day, week, month, cycle_key,
-- period_key, cycle_days (instructional days), days_to_divide_by (B), accrual_minutes, is_covered, is_lapsed, counts (to date and inside the range).
-- uses: ledger/line_days
select
    d.day, d.week, d.month, d.cycle_key, d.period_key, d.cycle_days, d.days_to_divide_by, d.accrual_minutes, d.is_covered,
    d.is_lapsed, d.day <= $as_of and d.day between $from_day and $to_day as counts
from line_days as d
where d.line_no = $line_no and (not d.is_lapsed or d.day <= $as_of)
order by d.day
