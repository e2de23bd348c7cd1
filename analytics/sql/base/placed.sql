-- To which line does each session up to the as-of date go (rules 4)?
-- Grain: one row a session. Parameters: $as_of. Columns: those of all_placed.
-- uses: base/all_placed
select p.*
from all_placed as p
where p.session_date <= $as_of
