-- Which grading periods does each calendar have, and when must their reports and codes be in (rules 10)?
-- Grain: one row a calendar, school year and period. Columns: calendar, school_year, period, start_date, end_date, is_reported (quarters,
-- or semesters where there are no quarters), grace_day (the tenth instructional day after the end; else two weeks after it).
-- A year without loaded periods has quarters of equal counts of instructional days.
-- uses: base/grading, base/parts, base/years, base/calendar_sources, goals/school_days
-- materialized
select
    p.calendar, p.school_year, p.period, p.start_date, p.end_date, p.is_reported,
    coalesce(t.day, p.end_date + 14) as grace_day
from (
    select
        c.calendar, g.school_year, g.period, g.start_date, g.end_date,
        g.period not in ('S1', 'S2')
        or not exists (
            select 1 from grading as q where q.school_year = g.school_year and q.period not in ('S1', 'S2')
        ) as is_reported
    from (select '' as calendar union select s.calendar from calendar_sources as s) as c
    cross join grading as g
    union all
    select
        e.calendar, e.school_year, 'Q' || cast(e.part_no + 1 as varchar),
        coalesce(
            lag(e.end_date) over (partition by e.calendar, e.school_year order by e.part_no) + 1, y.first_day
        ),
        e.end_date, true
    from parts as e
    join years as y on y.calendar = e.calendar and y.school_year = e.school_year
    where
        e.part = 'quarter' and y.open_days > 0
        and not exists (select 1 from grading as g where g.school_year = e.school_year)
) as p
left join (
    select
        s.calendar, s.end_date, d.day,
        row_number() over (partition by s.calendar, s.end_date order by d.day) as place
    from (
        select g.calendar, g.end_date from (
            select c.calendar, g.end_date
            from (select '' as calendar union select s.calendar from calendar_sources as s) as c
            cross join grading as g
            union
            select e.calendar, e.end_date from parts as e where e.part = 'quarter'
        ) as g
    ) as s
    join school_days as d on d.calendar = s.calendar and d.day > s.end_date and d.day <= s.end_date + 60
) as t on t.calendar = p.calendar and t.end_date = p.end_date and t.place = 10
