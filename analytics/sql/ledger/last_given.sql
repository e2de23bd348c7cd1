-- On which day was each line last given anything, up to the as-of date (rules 6)?
-- Grain: one row a line of the ledger with given sessions. Parameters: $as_of. Columns: line_no, last_seen.
-- uses: ledger/placings
-- materialized
select p.line_no, max(p.session_date) as last_seen
from placings as p
where p.session_date <= $as_of and p.given_minutes > 0
group by p.line_no
