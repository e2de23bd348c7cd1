-- Which months of lines are done, of those from $first_month to $last_month (none: 0001-01-01)?
-- Grain: one row a line and month. Columns: those of rolled_month_sums.
select m.*
from rolled_month_sums as m
where m.is_final and coalesce(m.month, date '0001-01-01') between $first_month and $last_month
