-- From which day on are a line's days and sessions read where everything is made anew? From the first.
-- Grain and columns: those of rolled/read_from.
-- uses: base/chosen_lines
select c.line_no, date '0001-01-01' as accrues_from, date '0001-01-01' as given_from
from chosen_lines as c
