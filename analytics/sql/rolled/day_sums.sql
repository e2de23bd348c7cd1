-- What settles for each edition of a line, by month and day, once for all: sum_changes together, those up to $made_from as of $made_from?
-- Grain: one row an edition, month that isn't kept, and day up to $told_to. Columns: line_no, month, day, and of
-- sum_changes the minutes but pace_gap_minutes, and the sessions.
-- uses: rolled/sum_changes, rolled/kept_months
-- materialized
select
    c.line_no, c.month, greatest(c.day, $made_from) as day,
    {settling: sum(c.*)}, sum(c.excess_minutes) as excess_minutes,
    {session_counts: sum(c.*)}
from sum_changes as c
left join kept_months as k on k.line_no = c.line_no and k.month is not distinct from c.month
where k.line_no is null and c.day <= $told_to
group by c.line_no, c.month, greatest(c.day, $made_from)
