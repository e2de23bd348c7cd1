-- Which instructional days in a row belong to the same cycle, credit period and month?
-- Grain: one row a calendar, cycle and such days of one school year; of weekly cycles and blocks of weeks also of one week.
-- Columns: calendar, cycle, school_year, week (null for other cycles), month, cycle_key, period_key, cycle_days and
-- days_to_divide_by (as in cycle_days), opened_before and opened_to (running counts before the first and at the last of them).
-- uses: base/cycle_days, base/running_days
-- materialized
select
    c.calendar, c.cycle, r.school_year, case when c.cycle like 'week%' then c.week end as week, c.month, c.cycle_key,
    c.period_key, c.cycle_days, c.days_to_divide_by, min(r.opened) - 1 as opened_before, max(r.opened) as opened_to
from cycle_days as c
join running_days as r on r.calendar = c.calendar and r.day = c.day
where c.is_open
group by
    c.calendar, c.cycle, r.school_year, case when c.cycle like 'week%' then c.week end, c.month, c.cycle_key, c.period_key,
    c.cycle_days, c.days_to_divide_by
