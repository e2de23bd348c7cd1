-- What is each day to each calendar: open or not, and in which week, month, quarter, semester and school year?
-- Grain: one row a calendar and day of its school years. Columns: calendar, day, week, weekday, month, school_year, is_open,
-- year_place (instructional days of the year before it; the last day's for days after that), quarter and semester
-- (school year x 100 + number from 0).
-- uses: base/days, base/open_days, base/years, base/parts
-- materialized
select
    f.calendar, f.day, f.week, f.weekday, f.month, f.school_year, f.is_open,
    least(f.opened - case when f.is_open then 1 else 0 end, greatest(f.open_days - 1, 0)) as year_place,
    f.school_year * 100 + least(f.quarters_ended, f.quarters - 1) as quarter,
    f.school_year * 100 + least(f.semesters_ended, f.semesters - 1) as semester
from (
    select
        y.calendar, d.day, d.week, d.weekday, d.month, d.school_year, o.day is not null as is_open, y.open_days,
        count(o.day) over (partition by y.calendar, y.school_year order by d.day) as opened,
        p.quarters, p.semesters,
        (
            case when p.q0 < d.day then 1 else 0 end + case when p.q1 < d.day then 1 else 0 end
            + case when p.q2 < d.day then 1 else 0 end + case when p.q3 < d.day then 1 else 0 end
            + case when p.q4 < d.day then 1 else 0 end + case when p.q5 < d.day then 1 else 0 end
            + case when p.q6 < d.day then 1 else 0 end + case when p.q7 < d.day then 1 else 0 end
        ) as quarters_ended,
        case when p.s0 < d.day then 1 else 0 end + case when p.s1 < d.day then 1 else 0 end as semesters_ended
    from years as y
    join days as d on d.school_year = y.school_year
    left join open_days as o on o.calendar = y.calendar and o.day = d.day
    join (
        select
            e.calendar, e.school_year,
            cast(count(*) filter (where e.part = 'quarter') as integer) as quarters,
            cast(count(*) filter (where e.part = 'semester') as integer) as semesters,
            min(case when e.part = 'quarter' and e.part_no = 0 then e.end_date end) as q0,
            min(case when e.part = 'quarter' and e.part_no = 1 then e.end_date end) as q1,
            min(case when e.part = 'quarter' and e.part_no = 2 then e.end_date end) as q2,
            min(case when e.part = 'quarter' and e.part_no = 3 then e.end_date end) as q3,
            min(case when e.part = 'quarter' and e.part_no = 4 then e.end_date end) as q4,
            min(case when e.part = 'quarter' and e.part_no = 5 then e.end_date end) as q5,
            min(case when e.part = 'quarter' and e.part_no = 6 then e.end_date end) as q6,
            min(case when e.part = 'quarter' and e.part_no = 7 then e.end_date end) as q7,
            min(case when e.part = 'semester' and e.part_no = 0 then e.end_date end) as s0,
            min(case when e.part = 'semester' and e.part_no = 1 then e.end_date end) as s1
        from parts as e
        group by e.calendar, e.school_year
    ) as p on p.calendar = y.calendar and p.school_year = y.school_year
) as f
