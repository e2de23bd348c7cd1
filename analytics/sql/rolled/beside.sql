-- How much isn't loaded or has lapsed, while it still grows (rules 2a and 3)?
-- Grain: one row a line and days in a row of one period and month that end after $made_from and begin by $told_to. Columns: line_no, month,
-- is_lapsed, from_day, to_day (the last day, from which on it is in sums), clock_no, rate, clock_from.
-- uses: rolled/pieces
select
    p.line_no, p.month, p.is_lapsed, greatest(p.start_day, $made_from) as from_day, p.end_day as to_day, p.clock_no, p.rate, p.clock_from
from pieces as p
where p.is_lapsed = p.is_covered and greatest(p.start_day, $made_from) < p.end_day and p.start_day <= $told_to
order by p.end_day
