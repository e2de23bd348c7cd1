-- On which day did the first whole cycle of each line close?
-- Grain and columns: those of rolled/first_whole.
-- uses: rolled/cycle_ends
select c.line_no, min(c.closes_on) as whole_from
from cycle_ends as c
where c.is_whole
group by c.line_no
