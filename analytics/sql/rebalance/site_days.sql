-- Where is each provider on which half-days?
-- Grain: one row a provider, school, weekday and half-day. Parameters: $district, $known. Columns: provider_id, school, weekday, half_day (am, pm).
select d.provider_id, d.school, d.weekday, h.half_day
from site_days as d
join (select 'am' as half_day union all select 'pm') as h on d.half_day in (h.half_day, 'full')
where d.district = $district and d.known_from <= $known and (d.known_to is null or d.known_to > $known)
order by d.provider_id, d.school, d.weekday, h.half_day
