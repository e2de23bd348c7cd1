-- Which days of those from $since on that stored steps tell were not worked out yet? The last first.
-- Grain: one row a day on which a figure may change. Parameters: $since. Columns: day, next_day (as in change_days).
-- uses: rolled/change_days
select c.day, c.next_day
from change_days as c
where
    c.day >= $since and c.day <= (select max(u.told_to) from rolled_up as u)
    and c.day not in (select a.from_day from rolled_answers as a)
order by c.day desc
