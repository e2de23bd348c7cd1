-- How many of the days that lines accrue on have passed: to the as-of date and to the end of its school year, before the range and
-- to its end?
-- Grain: one row a calendar, and one for all days (' every day'). Parameters: $as_of, $from_day, $to_day.
-- Columns: counted_by, to_date, to_year_end, before_range (of the range's first day), to_range.
-- uses: base/running_days, base/days
-- materialized
select
    r.calendar as counted_by, count(*) filter (where r.day <= $as_of) as to_date,
    count(*) filter (where r.school_year <= y.school_year) as to_year_end,
    count(*) filter (where r.day < $from_day) as before_range, count(*) filter (where r.day <= $to_day) as to_range
from running_days as r
join days as y on y.day = $as_of
where r.is_open
group by r.calendar
union all
select
    ' every day', $as_of - date '1999-12-31', max(d.day) - date '1999-12-31', $from_day - date '2000-01-01',
    $to_day - date '1999-12-31'
from days as d
where d.school_year = (select y.school_year from days as y where y.day = $as_of)
