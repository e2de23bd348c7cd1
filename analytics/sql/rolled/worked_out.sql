-- What was worked out from the sessions of lines that stored steps can't tell (other_sums, in a table of the cursor)?
-- Grain and columns: those of rolled/other_sums.
select o.*
from other_sums_made as o
