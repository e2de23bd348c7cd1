-- On which days do a student's school days count for goals (rules 10)? Without any calendar, all weekdays do.
-- Grain: one row a calendar and day. Columns: calendar, day.
-- uses: base/days, base/open_days
-- materialized
select o.calendar, o.day from open_days as o
union all
select '', d.day
from days as d
where d.weekday < 6 and not exists (select 1 from open_days as o where o.calendar = '')
