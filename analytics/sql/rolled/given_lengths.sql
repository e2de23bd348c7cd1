-- How long were the delivered sessions of the lines made whose file doesn't say how long a session is planned to be (rules 1)?
-- Grain and columns: those of base/given_lengths.
-- uses: base/lines, rolled/placed_before, rolled/placed_since
-- materialized
select p.line_no, p.session_date, p.minutes, count(*) as sessions
from (
    select b.line_no, b.session_date, b.minutes, b.status from placed_before as b
    union all
    select s.line_no, s.session_date, s.minutes, s.status from placed_since as s
) as p
join lines as l on l.line_no = p.line_no
where
    p.status = 'delivered' and p.minutes > 0 and coalesce(l.minutes_per_session, 0) <= 0
    and not coalesce(l.sessions_per_cycle > 0 and l.amount_minutes > 0, false)
group by p.line_no, p.session_date, p.minutes
