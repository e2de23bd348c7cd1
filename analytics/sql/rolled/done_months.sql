-- How does each line stand in each month that is done: nothing of it changes any more?
-- Grain: one row a line that stored steps tell, and month. Columns: those of ledger/line_shares, from_day (since when it is done), whole_from.
-- uses: ledger/line_shares
-- materialized
select s.*
from line_shares as s
