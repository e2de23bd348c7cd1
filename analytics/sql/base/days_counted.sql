-- How many of the days that lines accrue on have passed: to the as-of date, before the range and to its end?
-- Grain: one row a calendar, and one for all days (' every day'). Parameters: $as_of, $from_day, $to_day.
-- Columns: counted_by, to_date, before_range (of the range's first day), to_range.
-- uses: base/running_days
-- materialized
select
    r.calendar as counted_by, count(*) filter (where r.day <= $as_of) as to_date,
    count(*) filter (where r.day < $from_day) as before_range, count(*) filter (where r.day <= $to_day) as to_range
from running_days as r
where r.is_open
group by r.calendar
union all
select ' every day', $as_of - date '1999-12-31', $from_day - date '2000-01-01', $to_day - date '1999-12-31'
