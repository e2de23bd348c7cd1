-- On which days does a line accrue, how much, and is the day loaded (rules 2 and 2a)?
-- Grain: one row a day, whatever the as-of date. Parameters: $line_no, $as_of, $from_day, $to_day. Columns: day, week, month,
-- cycle_key, period_key, cycle_days (instructional days), days_to_divide_by (B), accrual_minutes, is_covered, is_lapsed, counts (to date and
-- inside the range), is_listed (false: a summer day of the extended year that no calendar lists).
-- uses: ledger/line_days, base/lines, base/summer_days
select
    d.day, d.week, d.month, d.cycle_key, d.period_key, d.cycle_days, d.days_to_divide_by, d.accrual_minutes, d.is_covered,
    d.is_lapsed, d.day <= $as_of and d.day between $from_day and $to_day as counts, coalesce(s.is_listed, true) as is_listed
from line_days as d
join lines as l on l.line_no = d.line_no
left join summer_days as s on s.calendar = l.calendar and s.day = d.day
where d.line_no = $line_no and (not d.is_lapsed or d.day <= $as_of)
order by d.day
