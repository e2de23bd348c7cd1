-- Which school years does each calendar have, from which day to which? Years that only sessions have are there without days.
-- Grain: one row a calendar and school year. Parameters: $district. Columns: calendar, school_year, first_day, last_day, open_days.
-- uses: base/days, base/open_days, base/calendar_sources
-- materialized
select c.calendar, y.school_year, min(o.day) as first_day, max(o.day) as last_day, count(o.day) as open_days
from (
    select '' as calendar union select s.calendar from calendar_sources as s union select o.calendar from open_days as o
) as c
cross join (
    select d.school_year from open_days as x join days as d on d.day = x.day
    union
    select d.school_year from sessions as s join days as d on d.day = s.session_date where s.district = $district
    union
    select d.school_year from sessions as s join days as d on d.day = s.makes_up_date where s.district = $district
) as y
left join (
    select x.calendar, x.day, d.school_year from open_days as x join days as d on d.day = x.day
) as o on o.calendar = c.calendar and o.school_year = y.school_year
group by c.calendar, y.school_year
