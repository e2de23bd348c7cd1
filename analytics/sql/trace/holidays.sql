-- Which shortfalls of a line's weeks does a holiday explain (rules 5)?
-- Grain: one row a week. Parameters: $line_no. Columns: week, month, period_key, school_year, holiday_minutes.
-- uses: ledger/inferred
select i.week, i.month, i.period_key, i.school_year, i.holiday_minutes
from inferred as i
where i.line_no = $line_no and i.holiday_minutes > 0
order by i.week
