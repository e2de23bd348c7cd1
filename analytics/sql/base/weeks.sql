-- To which month, quarter and school year does each week belong (rules 5): the one with most of its instructional days, a
-- tie the later, a week without any that of its Wednesday?
-- Grain: one row a calendar and week. Columns: calendar, week, week_month, week_quarter, week_year, open_in_week,
-- open_weekdays (of Monday to Friday), last_open_day (null: none), before_1 and before_2 (the Mondays of the two weeks with
-- instructional days before it).
-- uses: base/day_facts
-- materialized
select
    w.calendar, w.week, w.open_in_week, w.open_weekdays, w.last_open_day,
    coalesce(m.month, w.middle_month) as week_month,
    coalesce(q.quarter, w.middle_quarter) as week_quarter,
    coalesce(y.school_year, w.middle_year) as week_year,
    s.before_1, s.before_2
from (
    select
        f.calendar, f.week,
        count(*) filter (where f.is_open) as open_in_week,
        count(*) filter (where f.is_open and f.weekday < 6) as open_weekdays,
        max(case when f.is_open then f.day end) as last_open_day,
        min(case when f.weekday = 3 then f.month end) as middle_month,
        min(case when f.weekday = 3 then f.quarter end) as middle_quarter,
        min(case when f.weekday = 3 then f.school_year end) as middle_year
    from day_facts as f
    group by f.calendar, f.week
) as w
left join (
    select
        f.calendar, f.week, f.month,
        row_number() over (partition by f.calendar, f.week order by count(*) desc, f.month desc) as place
    from day_facts as f
    where f.is_open
    group by f.calendar, f.week, f.month
) as m on m.calendar = w.calendar and m.week = w.week and m.place = 1
left join (
    select
        f.calendar, f.week, f.quarter,
        row_number() over (partition by f.calendar, f.week order by count(*) desc, f.quarter desc) as place
    from day_facts as f
    where f.is_open
    group by f.calendar, f.week, f.quarter
) as q on q.calendar = w.calendar and q.week = w.week and q.place = 1
left join (
    select
        f.calendar, f.week, f.school_year,
        row_number() over (partition by f.calendar, f.week order by count(*) desc, f.school_year desc) as place
    from day_facts as f
    where f.is_open
    group by f.calendar, f.week, f.school_year
) as y on y.calendar = w.calendar and y.week = w.week and y.place = 1
left join (
    select
        o.calendar, o.week,
        lag(o.week, 1) over (partition by o.calendar order by o.week) as before_1,
        lag(o.week, 2) over (partition by o.calendar order by o.week) as before_2
    from (select distinct f.calendar, f.week from day_facts as f where f.is_open) as o
) as s on s.calendar = w.calendar and s.week = w.week
