-- Which lines of the ledger are made where everything is made anew? All.
-- Grain and columns: those of rolled/touched_lines.
-- uses: base/lines
select l.line_no, l.student_id, l.start_day
from lines as l
where l.in_ledger
