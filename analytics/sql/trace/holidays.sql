-- Which shortfalls of a line's weeks does a holiday explain in a month (rules 5)?
-- Grain: one row a week. Parameters: $line_no, $month. Columns: week, holiday_minutes.
-- uses: ledger/inferred
select i.week, i.holiday_minutes
from inferred as i
where i.line_no = $line_no and i.month = $month
order by i.week
