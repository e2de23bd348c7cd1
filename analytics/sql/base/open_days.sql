-- On which days are students in attendance (rules 2)? A calendar that lists only closed days leaves the other weekdays open.
-- Grain: one row a calendar and instructional day. Columns: calendar, day.
-- uses: base/days, base/grading, base/calendar_sources
-- materialized
select o.calendar, o.day
from (
    select b.calendar, b.day from calendar_sources as b where b.layer = 1 and b.is_instructional
    union
    select c.calendar, d.day
    from (
        select
            s.calendar,
            coalesce((select min(g.start_date) from grading as g), min(s.day)) as first_day,
            coalesce((select max(g.end_date) from grading as g), max(s.day)) as last_day
        from calendar_sources as s
        where s.layer = 1
        group by s.calendar
        having not bool_or(s.is_instructional)
    ) as c
    join days as d on d.day between c.first_day and c.last_day and d.weekday < 6
    where not exists (select 1 from calendar_sources as s where s.calendar = c.calendar and s.layer = 1 and s.day = d.day)
    union
    select a.calendar, a.day from calendar_sources as a where a.layer = 2 and a.is_instructional
) as o
where
    not exists (
        select 1 from calendar_sources as s
        where s.calendar = o.calendar and s.day = o.day and s.layer = 2 and not s.is_instructional
    )
