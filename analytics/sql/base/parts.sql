-- When do the quarters and semesters of each school year end (rules 2)? Without periods: equal counts of instructional days, less those
-- that lie in a period of another school year.
-- Grain: one row a calendar, school year, part (quarter, semester) and part_no (0, 1, ...). Column: end_date.
-- uses: base/days, base/open_days, base/years, base/told_parts, base/over_july
-- materialized
select c.calendar, t.school_year, t.part, t.part_no, t.end_date
from (select distinct y.calendar from years as y) as c
cross join told_parts as t
union all
select
    y.calendar, y.school_year, n.part, n.part_no,
    coalesce(
        max(case
            when o.place <= cast(floor(o.open_days / n.parts) as integer) * (n.part_no + 1)
                + least(n.part_no + 1, o.open_days % n.parts)
                then o.day
        end),
        date '0001-01-01'
    )
from years as y
cross join (
    values ('quarter', 0, 4), ('quarter', 1, 4), ('quarter', 2, 4), ('quarter', 3, 4), ('semester', 0, 2), ('semester', 1, 2)
) as n(part, part_no, parts)
left join (
    select
        x.calendar, x.day, d.school_year, p.part,
        row_number() over (partition by x.calendar, d.school_year, p.part order by x.day) as place,
        count(*) over (partition by x.calendar, d.school_year, p.part) as open_days
    from open_days as x
    join days as d on d.day = x.day
    cross join (values ('quarter'), ('semester')) as p(part)
    left join over_july as v on v.part = p.part and v.day = x.day
    where v.day is null
) as o on o.calendar = y.calendar and o.school_year = y.school_year and o.part = n.part
where not exists (select 1 from told_parts as t where t.school_year = y.school_year and t.part = n.part)
group by y.calendar, y.school_year, n.part, n.part_no
