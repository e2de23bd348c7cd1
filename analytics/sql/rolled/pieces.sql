-- By which clock does each line accrue in each credit period and month (rules 2, 2a and 3)?
-- Grain: one row a line and days in a row of one period and month, loaded or not, lapsed or not. Columns: line_no, period_key, month,
-- is_covered, is_lapsed, clock_no, rate (minutes a tick), clock_from and clock_to (before the first day and at the last), start_day, end_day.
-- uses: rolled/clock_days, rolled/pieces_begun
-- materialized
select
    p.line_no, p.period_key, p.month, p.is_covered, p.is_lapsed, p.clock_no, p.rate, p.clock_from, b.passed as clock_to,
    p.start_day, b.day as end_day
from pieces_begun as p
join clock_days as b on b.clock_no = p.clock_no and b.day_no = p.last_no
