-- How many students had a direct line that was not seen for long, at the end of each month (rules 6)?
-- Grain: one row a month in which there are any, the as-of date for its own month. Parameters: $not_seen_days, the viewer's choice.
-- Columns: month, students, lines.
-- uses: overview/long_unseen
select u.month, count(distinct u.student_id) as students, count(*) as lines
from long_unseen as u
group by u.month
order by u.month
