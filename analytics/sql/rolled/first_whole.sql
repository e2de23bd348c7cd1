-- On which day did the first whole cycle of each line close? On that stored, where that is before $made_from.
-- Grain: one row a line with such a cycle. Columns: line_no, whole_from.
-- uses: rolled/cycle_ends, base/chosen_lines
select c.line_no, coalesce(min(o.whole_from), min(n.closes_on)) as whole_from
from chosen_lines as c
left join rolled_lines as o on o.line_no = c.line_no and o.whole_from < $made_from
left join cycle_ends as n on n.line_no = c.line_no and n.is_whole
group by c.line_no
having coalesce(min(o.whole_from), min(n.closes_on)) is not null
