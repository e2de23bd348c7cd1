-- Where do the sessions from $made_from on of the lines made count (rules 4 and 5)?
-- Grain: one row a session. Columns: those of ledger/placings.
-- uses: ledger/placings, base/chosen_lines
select p.*
from placings as p
join chosen_lines as l on l.line_no = p.line_no
