-- Which lines does another system state totals of, and to which day?
-- Grain: one row a line with a stated total. Parameters: $district, $known, $as_of.
-- Columns: line_no, calendar, stated_year_minutes, stated_delivered_minutes, stated_as_of, until_day (the day to compare to: the stated
-- one, else the as-of date, never after it).
-- uses: base/lines
select
    l.line_no, l.calendar, cast(s.stated_year_minutes as double precision) as stated_year_minutes,
    cast(s.stated_delivered_minutes as double precision) as stated_delivered_minutes, s.stated_as_of,
    least(coalesce(s.stated_as_of, $as_of), $as_of) as until_day
from lines as l
join service_lines as s
    on
        s.district = $district and s.row_key = l.row_key and s.known_from <= $known
        and (s.known_to is null or s.known_to > $known)
where s.stated_year_minutes is not null or s.stated_delivered_minutes is not null
