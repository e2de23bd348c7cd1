-- Which day has which number among those that a line can accrue on: the instructional ones, or all (' every day')?
-- Grain: one row a calendar and such day. Columns: counted_by (the calendar), day_no, day, week, week_no (weeks with such days, counted).
-- uses: base/running_days, base/days
-- materialized
select
    n.counted_by, n.day_no, n.day, n.week, dense_rank() over (partition by n.counted_by order by n.week) as week_no
from (
    select r.calendar as counted_by, r.opened as day_no, r.day, d.week
    from running_days as r
    join days as d on d.day = r.day
    where r.is_open
    union all
    select ' every day', d.day - date '1999-12-31', d.day, d.week
    from days as d
) as n
