-- What is each day to each calendar: open or not, and in which week, month, quarter, semester and school year?
-- Grain: one row a calendar and day of its school years. Columns: calendar, day, week, weekday, month, school_year, is_open,
-- year_place (instructional days of the year before it; the last day's for days after that), quarter and semester
-- (their school year x 100 + number from 0; one that reaches over July 1 keeps its own school year).
-- uses: base/days, base/open_days, base/years, base/part_ends, base/over_july
-- materialized
select
    f.calendar, f.day, f.week, f.weekday, f.month, f.school_year, f.is_open,
    least(f.opened - case when f.is_open then 1 else 0 end, greatest(f.open_days - 1, 0)) as year_place,
    q.school_year * 100 + least(
        case when q.q0 < f.day then 1 else 0 end + case when q.q1 < f.day then 1 else 0 end
        + case when q.q2 < f.day then 1 else 0 end + case when q.q3 < f.day then 1 else 0 end
        + case when q.q4 < f.day then 1 else 0 end + case when q.q5 < f.day then 1 else 0 end
        + case when q.q6 < f.day then 1 else 0 end + case when q.q7 < f.day then 1 else 0 end,
        q.quarters - 1
    ) as quarter,
    s.school_year * 100 + least(
        case when s.s0 < f.day then 1 else 0 end + case when s.s1 < f.day then 1 else 0 end, s.semesters - 1
    ) as semester
from (
    select
        y.calendar, d.day, d.week, d.weekday, d.month, d.school_year, o.day is not null as is_open, y.open_days,
        count(o.day) over (partition by y.calendar, y.school_year order by d.day) as opened,
        coalesce(vq.school_year, d.school_year) as quarter_year, coalesce(vs.school_year, d.school_year) as semester_year
    from years as y
    join days as d on d.school_year = y.school_year
    left join open_days as o on o.calendar = y.calendar and o.day = d.day
    left join over_july as vq on vq.part = 'quarter' and vq.day = d.day
    left join over_july as vs on vs.part = 'semester' and vs.day = d.day
) as f
join part_ends as q on q.calendar = f.calendar and q.school_year = f.quarter_year
join part_ends as s on s.calendar = f.calendar and s.school_year = f.semester_year
