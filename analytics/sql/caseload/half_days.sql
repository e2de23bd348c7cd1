-- At which school is each provider, on which half-days a week?
-- Grain: one row a provider and school. Parameters: $district, $known. Columns: provider_id, school, half_days.
select d.provider_id, d.school, sum(case when d.half_day = 'full' then 2 else 1 end) as half_days
from site_days as d
where d.district = $district and d.known_from <= $known and (d.known_to is null or d.known_to > $known)
group by d.provider_id, d.school
