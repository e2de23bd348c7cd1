-- Which stretches of days with students in attendance does each school year have, parted by more than a week without any?
-- Grain: one row a calendar, school year and stretch. Columns: calendar, school_year, first_day, last_day.
-- uses: base/days, base/attended_days
select s.calendar, s.school_year, min(s.day) as first_day, max(s.day) as last_day
from (
    select p.calendar, p.school_year, p.day, sum(p.is_new) over (partition by p.calendar, p.school_year order by p.day) as stretch
    from (
        select
            a.calendar, cast(d.school_year as integer) as school_year, a.day,
            case when a.day - lag(a.day) over (partition by a.calendar, d.school_year order by a.day) <= 7 then 0 else 1 end as is_new
        from attended_days as a
        join days as d on d.day = a.day
    ) as p
) as s
group by s.calendar, s.school_year, s.stretch
