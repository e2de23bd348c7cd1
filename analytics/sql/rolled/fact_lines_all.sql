-- Of which lines is told who and what they are, where everything is made anew? Of all.
-- Grain and column: those of rolled/fact_lines.
-- uses: base/chosen_lines
select c.line_no
from chosen_lines as c
