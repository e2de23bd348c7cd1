-- How many instructional days are there for each planned session of a line, on average?
-- Grain: one row a line. Columns: line_no, days_per_session (null: it can't be told).
-- uses: base/lines, base/session_minutes, ledger/days_in_cycle
select
    l.line_no,
    p.days_in_cycle / nullif(coalesce(nullif(l.sessions_per_cycle, 0), l.amount_minutes / nullif(m.session_minutes, 0)), 0)
        as days_per_session
from lines as l
join session_minutes as m on m.line_no = l.line_no
join days_in_cycle as p on p.line_no = l.line_no
