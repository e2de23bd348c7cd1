-- How many sessions did a line's closed cycles of a month require and get (rules 7)?
-- Grain: one row a closed cycle. Parameters: $line_no, $month. Columns: cycle_key, required_sessions, counted_sessions.
-- uses: ledger/cycles
select c.cycle_key, c.required_sessions, c.counted_sessions
from cycles as c
where c.line_no = $line_no and c.month = $month and c.required_sessions is not null
order by c.cycle_key
