-- Which weekdays between a calendar's first and last instructional day of the school year are closed (rules 5)? Years that are at most a
-- week apart, as those of an extended year are on July 1, are one (decision 0627).
-- Grain: one row a calendar and closed Monday to Friday. Columns: calendar, week, day.
-- uses: base/day_facts, base/years
select f.calendar, f.week, f.day
from day_facts as f
join (
    select
        y.calendar, y.first_day,
        case when lead(y.first_day) over w - y.last_day <= 7 then lead(y.first_day) over w else y.last_day end as last_day
    from years as y
    where y.first_day is not null
    window w as (partition by y.calendar order by y.school_year)
) as s on s.calendar = f.calendar and f.day between s.first_day and s.last_day
where not f.is_open and f.weekday < 6
