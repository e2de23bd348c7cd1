-- How long were the delivered sessions of lines whose file doesn't say how long a session is planned to be (rules 1)?
-- Grain: one row a line, day and length. Columns: line_no, student_id, session_date, minutes, sessions.
-- uses: base/lines, base/all_placed
select p.line_no, l.student_id, p.session_date, p.minutes, count(*) as sessions
from all_placed as p
join lines as l on l.line_no = p.line_no
where
    p.status = 'delivered' and p.minutes > 0 and coalesce(l.minutes_per_session, 0) <= 0
    and not coalesce(l.sessions_per_cycle > 0 and l.amount_minutes > 0, false)
group by p.line_no, l.student_id, p.session_date, p.minutes
