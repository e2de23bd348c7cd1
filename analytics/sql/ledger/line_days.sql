-- On which days does each line accrue, and how much (rules 2 and 3)? For reading day by day: figures go by line_stretches.
-- Grain: one row a line and day in force or lapsed. Columns: those of line_stretches but its day numbers, and day.
-- uses: ledger/line_stretches, base/numbered_days
select
    s.line_no, n.day, n.day - (cast(extract(isodow from n.day) as integer) - 1) as week, s.month, s.cycle_key, s.period_key,
    s.cycle_days, s.days_to_divide_by, s.accrual_minutes, s.is_covered, s.is_lapsed
from line_stretches as s
join numbered_days as n on n.counted_by = s.counted_by and n.day_no > s.opened_before and n.day_no <= s.opened_to
