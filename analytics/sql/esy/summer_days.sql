-- Which days count for lines of the extended school year (decision 0580)? Swapped for base/summer_days.
-- Those with students in attendance, and from June to August before and after each school year the weekdays that its calendar
-- doesn't list as closed, less Juneteenth and Independence Day (on the weekday nearest to it).
-- Grain: one row a calendar of the extended year (' esy ' before the calendar's name) and day. Columns: calendar, day, is_listed.
-- uses: base/days, base/attended_days, base/calendar_sources, esy/attended_years
select ' esy ' || a.calendar as calendar, a.day, true as is_listed
from attended_days as a
union all
select distinct ' esy ' || y.calendar, d.day, false
from attended_years as y
join days as d
    on
        d.weekday < 6
        and (
            (d.school_year = y.school_year and extract(month from d.day) in (6, 7, 8))
            or (d.school_year = y.school_year - 1 and extract(month from d.day) = 6)
            or (d.school_year = y.school_year + 1 and extract(month from d.day) in (7, 8))
        )
where
    extract(month from d.day) * 100 + extract(day from d.day) not in (619, 704)
    and not (d.weekday = 5 and extract(month from d.day) * 100 + extract(day from d.day) in (618, 703))
    and not (d.weekday = 1 and extract(month from d.day) * 100 + extract(day from d.day) in (620, 705))
    and not exists (
        select 1 from attended_years as z where z.calendar = y.calendar and d.day between z.first_day and z.last_day
    )
    and not exists (
        select 1 from calendar_sources as s where s.calendar = y.calendar and s.day = d.day and not s.is_instructional
    )
