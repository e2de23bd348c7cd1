-- How far has each clock run at the as-of date?
-- Grain: one row a clock. Parameters: $as_of. Columns: clock_no, passed.
select c.clock_no, max(c.passed) as passed
from rolled_clocks as c
where c.day <= $as_of
group by c.clock_no
