-- What do the lines asked for bring at the as-of date that may still change?
-- Grain: one row a line (and month where $by_month). Columns: those of moving_rows.
-- uses: rolled/asked_moving
select
    u.line_no, u.month,
    {settling: sum(u.*)}, sum(u.excess_minutes) as excess_minutes, sum(u.given_sessions) as given_sessions
from asked_moving as u
group by u.line_no, u.month
