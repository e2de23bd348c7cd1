-- How far does each clock run on each of the days that it counts?
-- Grain: one row a clock and such day. Columns: clock_no, counted_by, cycle, day_no (as in numbered_days), day, passed_before, passed.
-- uses: base/numbered_days, rolled/clocks
-- materialized
select
    c.clock_no, c.counted_by, c.cycle, n.day_no, n.day,
    coalesce(lag(c.passed) over (partition by c.clock_no order by n.day_no), 0) as passed_before, c.passed
from clocks as c
join numbered_days as n on n.counted_by = c.counted_by and n.day = c.day
