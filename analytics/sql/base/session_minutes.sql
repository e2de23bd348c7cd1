-- How long is a planned session of each line on the as-of date (rules 1)?
-- Grain: one row a line. Parameters: $as_of. Columns: line_no, session_minutes, basis (as in session_lengths).
-- uses: base/session_lengths
select s.line_no, s.session_minutes, s.basis
from session_lengths as s
where s.from_day <= $as_of and s.to_day > $as_of
