-- Which grading periods are in force?
-- Grain: one row a period. Parameters: $district, $calendar_known. Columns: school_year (of its first day), period, start_date, end_date,
-- called (the period as one of quarters, which the marking periods of a year are where it has four).
select
    cast(extract(year from g.start_date) as integer)
    - case when extract(month from g.start_date) < 7 then 1 else 0 end as school_year,
    g.period, g.start_date, g.end_date, replace(g.period, 'MP', 'Q') as called
from grading_periods as g
where g.district = $district and g.known_from <= $calendar_known and (g.known_to is null or g.known_to > $calendar_known)
