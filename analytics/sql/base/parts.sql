-- When do the quarters and semesters of each school year end (rules 2)? Without periods: equal counts of instructional days.
-- Grain: one row a calendar, school year, part (quarter, semester) and part_no (0, 1, ...). Column: end_date.
-- uses: base/days, base/open_days, base/years, base/grading
-- materialized
select
    y.calendar, y.school_year, 'quarter' as part,
    cast(row_number() over (partition by y.calendar, y.school_year order by g.end_date) - 1 as integer) as part_no, g.end_date
from years as y
join grading as g on g.school_year = y.school_year and g.period not in ('S1', 'S2')
union all
select y.calendar, y.school_year, 'semester', case when g.called in ('S1', 'Q2') then 0 else 1 end, g.end_date
from years as y
join (
    select
        p.school_year,
        bool_or(p.period = 'S1') and bool_or(p.period = 'S2') as semesters,
        bool_or(p.called = 'Q1') and bool_or(p.called = 'Q2') and bool_or(p.called = 'Q3') and bool_or(p.called = 'Q4')
        and not bool_or(p.called = 'Q5') as quarters
    from grading as p
    group by p.school_year
) as n on n.school_year = y.school_year
join grading as g
    on
        g.school_year = y.school_year
        and (
            (n.semesters and g.period in ('S1', 'S2'))
            or (not n.semesters and n.quarters and g.called in ('Q2', 'Q4'))
        )
union all
select e.calendar, e.school_year, e.part, e.part_no, coalesce(o.day, date '0001-01-01')
from (
    select
        y.calendar, y.school_year, n.part, n.part_no,
        cast(floor(y.open_days / n.parts) as integer) * (n.part_no + 1) + least(n.part_no + 1, y.open_days % n.parts) as place
    from (
        select z.calendar, z.school_year, cast(z.open_days as integer) as open_days from years as z
    ) as y
    cross join (
        values ('quarter', 0, 4), ('quarter', 1, 4), ('quarter', 2, 4), ('quarter', 3, 4), ('semester', 0, 2), ('semester', 1, 2)
    ) as n(part, part_no, parts)
    left join (
        select
            p.school_year,
            bool_or(p.period not in ('S1', 'S2')) as has_quarters,
            (bool_or(p.period = 'S1') and bool_or(p.period = 'S2'))
            or (
                bool_or(p.called = 'Q1') and bool_or(p.called = 'Q2')
                and bool_or(p.called = 'Q3') and bool_or(p.called = 'Q4') and not bool_or(p.called = 'Q5')
            ) as has_semesters
        from grading as p
        group by p.school_year
    ) as h on h.school_year = y.school_year
    where not coalesce(case when n.part = 'quarter' then h.has_quarters else h.has_semesters end, false)
) as e
left join (
    select
        x.calendar, d.school_year, x.day,
        row_number() over (partition by x.calendar, d.school_year order by x.day) as place
    from open_days as x
    join days as d on d.day = x.day
) as o on o.calendar = e.calendar and o.school_year = e.school_year and o.place = e.place
