-- Are there two versions in force of one row?
-- Grain: one row a dataset. Parameters: $district, $known. Columns: dataset, doubled (rows beyond the first of their key).
select v.dataset, count(*) - count(distinct v.row_key) as doubled
from (
    select 'students' as dataset, t.row_key from students as t
    where t.district = $district and t.known_from <= $known and (t.known_to is null or t.known_to > $known)
    union all
    select 'service_lines', t.row_key from service_lines as t
    where t.district = $district and t.known_from <= $known and (t.known_to is null or t.known_to > $known)
    union all
    select 'sessions', t.row_key from sessions as t
    where t.district = $district and t.known_from <= $known and (t.known_to is null or t.known_to > $known)
    union all
    select 'goals', t.row_key from goals as t
    where t.district = $district and t.known_from <= $known and (t.known_to is null or t.known_to > $known)
    union all
    select 'measurements', t.row_key from measurements as t
    where t.district = $district and t.known_from <= $known and (t.known_to is null or t.known_to > $known)
    union all
    select 'calendar_days', t.row_key from calendar_days as t
    where t.district = $district and t.known_from <= $known and (t.known_to is null or t.known_to > $known)
) as v
group by v.dataset
order by v.dataset
