-- How many instructional days has each calendar had, up to each day?
-- Grain: one row a calendar and day from its first school year to its last. Columns: calendar, day, school_year, is_open,
-- opened (the instructional days from the first one to this day, itself included).
-- uses: base/days, base/years, base/calendars, base/open_days
-- materialized
select
    y.calendar, d.day, d.school_year, o.day is not null as is_open,
    count(o.day) over (partition by y.calendar order by d.day) as opened
from (
    select u.calendar, min(u.school_year) as first_year, max(u.school_year) as last_year
    from (
        select x.calendar, x.school_year from years as x
        union all
        select c.calendar, d.school_year from calendars as c join days as d on d.day in (c.reaches_from, c.reaches_to)
    ) as u
    group by u.calendar
) as y
join days as d on d.school_year between y.first_year and y.last_year
left join open_days as o on o.calendar = y.calendar and o.day = d.day
