-- Which weeks with instructional days has each calendar, counted, and from when on does each count?
-- Grain: one row a calendar and week. Columns: calendar, week, week_no, first_day (its first instructional day).
-- uses: base/day_facts
select
    f.calendar, f.week, row_number() over (partition by f.calendar order by f.week) as week_no, min(f.day) as first_day
from day_facts as f
where f.is_open
group by f.calendar, f.week
