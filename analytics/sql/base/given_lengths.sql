-- How long were the delivered sessions of lines whose file doesn't say how long a session is planned to be (rules 1)?
-- Grain: one row a line, day and length. Columns: line_no, session_date, minutes, sessions.
-- uses: base/lengths_told
-- materialized
select t.line_no, t.session_date, t.minutes, t.sessions
from lengths_told as t
