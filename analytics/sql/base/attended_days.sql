-- On which days are students in attendance (rules 2)? A school year of which only closed days are
-- listed leaves its other weekdays open: from its first to its last grading period, else from the last Monday of August to the
-- first Friday of June or as far as the list goes.
-- Grain: one row a calendar and instructional day. Columns: calendar, day.
-- uses: base/days, base/grading, base/calendar_sources
select o.calendar, o.day
from (
    select b.calendar, b.day from calendar_sources as b where b.layer = 1 and b.is_instructional
    union
    select c.calendar, d.day
    from (
        select
            s.calendar, y.school_year, coalesce(g.first_day, least(e.first_day, min(s.day))) as first_day,
            coalesce(g.last_day, greatest(e.last_day, max(s.day))) as last_day
        from calendar_sources as s
        join days as y on y.day = s.day
        join (
            select
                x.school_year, max(x.day) filter (where extract(month from x.day) = 8 and x.weekday = 1) as first_day,
                min(x.day) filter (where extract(month from x.day) = 6 and x.weekday = 5) as last_day
            from days as x
            group by x.school_year
        ) as e on e.school_year = y.school_year
        left join (
            select p.school_year, min(p.start_date) as first_day, max(p.end_date) as last_day
            from grading as p
            group by p.school_year
        ) as g on g.school_year = y.school_year
        where s.layer = 1 and extract(month from s.day) <> 7
        group by s.calendar, y.school_year, g.first_day, g.last_day, e.first_day, e.last_day
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
