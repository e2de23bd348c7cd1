-- Which months of lines are said anew that are done, or were until now: they have rows from $made_from on, or their line is told anew?
-- Grain: one row a line and month. Columns: line_no, month.
-- Parameters: $made_from.
select m.line_no, m.month
from rolled_month_sums as m
left join (select distinct n.line_no, n.month from rolled_new_month_sums as n) as a
    on a.line_no = m.line_no and a.month is not distinct from m.month
left join (select distinct l.line_no from rolled_new_lines as l) as f on f.line_no = m.line_no
where m.is_final and (m.from_day >= $made_from or a.line_no is not null or f.line_no is not null)
union
select w.line_no, w.month
from rolled_new_month_sums as w
where w.is_final
