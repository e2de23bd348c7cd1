-- Which kinds of rows are on file?
-- Grain: one row a dataset that pages work with. Parameters: $district, $known. Columns: dataset, rows.
select u.dataset, sum(u.n) as "rows"
from (
    select 'service_lines' as dataset, 1 as n from service_lines as x
    where x.district = $district and x.known_from <= $known and (x.known_to is null or x.known_to > $known)
    union all
    select 'students', 1 from students as x
    where x.district = $district and x.known_from <= $known and (x.known_to is null or x.known_to > $known)
    union all
    select 'providers', 1 from providers as x
    where x.district = $district and x.known_from <= $known and (x.known_to is null or x.known_to > $known)
    union all
    select 'goals', 1 from goals as x
    where x.district = $district and x.known_from <= $known and (x.known_to is null or x.known_to > $known)
    union all
    select 'measurements', 1 from measurements as x
    where x.district = $district and x.known_from <= $known and (x.known_to is null or x.known_to > $known)
    union all
    select 'calendar_days', 1 from calendar_days as x
    where x.district = $district and x.known_from <= $known and (x.known_to is null or x.known_to > $known)
    union all
    select 'grading_periods', 1 from grading_periods as x
    where x.district = $district and x.known_from <= $known and (x.known_to is null or x.known_to > $known)
    union all
    select 'site_days', 1 from site_days as x
    where x.district = $district and x.known_from <= $known and (x.known_to is null or x.known_to > $known)
) as u
group by u.dataset
