-- On which day was each line last given anything, up to the as-of date (rules 6)?
-- Grain: one row a line with given sessions. Columns: line_no, last_seen.
-- uses: base/placed
-- materialized
select p.line_no, max(p.session_date) as last_seen
from placed as p
where p.line_no is not null and p.given_minutes > 0
group by p.line_no
