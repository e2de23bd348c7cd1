-- How many of the days that lines accrue on have passed at each day: instructional ones, or all (' every day')?
-- Grain: one row a calendar and day of its school years. Columns: counted_by, day, days_passed (the day itself included).
-- uses: base/running_days, base/days
-- materialized
select r.calendar as counted_by, r.day, r.opened as days_passed
from running_days as r
union all
select ' every day', d.day, d.day - date '1999-12-31'
from days as d
