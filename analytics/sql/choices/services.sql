-- Which services occur in lines or sessions?
-- Grain: one row a service. Parameters: $district.
-- Columns: service.
select distinct service
from (
    select l.service from service_lines as l where l.district = $district and l.known_to is null
    union all
    select s.service from sessions as s where s.district = $district and s.known_to is null
) as used
order by service
