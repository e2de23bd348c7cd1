-- Which day has which number among those that a line can accrue on: the instructional ones, or all (calendar ' every day')?
-- Grain: one row a calendar and such day. Columns: counted_by (the calendar), day_no, day.
-- uses: base/running_days, base/days
select r.calendar as counted_by, r.opened as day_no, r.day
from running_days as r
where r.is_open
union all
select ' every day', d.day - date '2000-01-01' + 1, d.day
from days as d
