-- Which weekdays between a calendar's first and last instructional day of the school year are closed (rules 5)?
-- Grain: one row a calendar and closed Monday to Friday. Columns: calendar, week, day.
-- uses: base/day_facts, base/years
select f.calendar, f.week, f.day
from day_facts as f
join day_facts as g on g.calendar = f.calendar and g.day = f.week
join years as y
    on y.calendar = f.calendar and y.school_year = g.school_year and f.day between y.first_day and y.last_day
where not f.is_open and f.weekday < 6
