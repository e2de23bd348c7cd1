-- Which days do the loaded logs speak for (rules 2a)?
-- Grain: one row a span. Parameters: $services. Columns: service, kind, provider_id, school (null: all), covered_from, covered_to.
-- uses: base/coverage
select distinct c.service, c.kind, c.provider_id, c.school, c.covered_from, c.covered_to
from coverage as c
where {c.service in $services}
order by c.service, c.kind, c.provider_id, c.school, c.covered_from, c.covered_to
