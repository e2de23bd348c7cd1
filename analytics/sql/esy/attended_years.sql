-- From when to when are students in attendance in each school year?
-- Grain: one row a calendar and school year. Columns: calendar, school_year, first_day, last_day.
-- uses: base/days, base/attended_days
select a.calendar, d.school_year, min(a.day) as first_day, max(a.day) as last_day
from attended_days as a
join days as d on d.day = a.day
group by a.calendar, d.school_year
