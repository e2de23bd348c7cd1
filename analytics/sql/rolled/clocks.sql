-- How far has each clock run at each day? A clock counts days that lines accrue on, or the cycles that these days are parts of.
-- Grain: one row a clock and day. Columns: clock_no, counted_by, cycle (empty: days are counted), day, passed (the day itself included).
-- uses: base/day_numbers, base/running_days, base/cycle_days
-- materialized
select
    dense_rank() over (order by c.counted_by, c.cycle) as clock_no, c.counted_by, c.cycle, c.day, c.passed
from (
    select n.counted_by, '' as cycle, n.day, cast(n.days_passed as double precision) as passed from day_numbers as n
    union all
    select
        r.calendar, d.cycle, r.day,
        sum(case when r.is_open then coalesce(1 / nullif(d.days_to_divide_by, 0), 0) else 0 end) over (
            partition by r.calendar, d.cycle order by r.day
        )
    from running_days as r
    join cycle_days as d on d.calendar = r.calendar and d.day = r.day
    where d.cycle not like 'weeks:%' and d.cycle <> 'iep_year'
) as c
