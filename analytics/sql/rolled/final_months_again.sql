-- Which months of lines are done, of those that are said anew?
-- Grain and columns: those of rolled/final_months.
-- Parameters: $first_month, $last_month.
select m.*
from rolled_month_sums as m
join rolled_new_done as n on n.line_no = m.line_no and n.month is not distinct from m.month
where m.is_final and coalesce(m.month, date '0001-01-01') between $first_month and $last_month
