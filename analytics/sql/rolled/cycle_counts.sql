-- How many sessions do the closed cycles of each edition of a line require, and how many did they get, by the day from which on they count
-- (rules 7)? Those up to $made_from as of $made_from.
-- Grain: one row an edition, month and day. Columns: line_no (the edition's number), month, day, required_sessions, counted_sessions.
-- uses: rolled/cycle_ends, rolled/told, rolled/editions
select
    u.line_no, u.month, u.day, sum(u.required_sessions) as required_sessions, sum(u.counted_sessions) as counted_sessions
from (
    select
        e.edition_no as line_no, c.month, greatest(c.closes_on, $made_from) as day, c.required_sessions, 0 as counted_sessions
    from cycle_ends as c
    join editions as e on e.line_no = c.line_no and c.closes_on < e.to_day
    where c.required_sessions is not null
    union all
    select t.line_no, c.month, greatest(c.closes_on, t.session_date, $made_from), 0, 1
    from told as t
    join cycle_ends as c on c.line_no = t.of_line and c.cycle_key = t.cycle_key and c.required_sessions is not null
    where t.is_counted
) as u
group by u.line_no, u.month, u.day
