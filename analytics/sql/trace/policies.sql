-- Which policies did someone store, for which school year, when and who?
-- Grain: one row a school year and policy. Parameters: $district, $calendar_known. Columns: school_year, policy, value, set_on, set_by.
select p.school_year, p.policy, p.value, cast(p.set_at as date) as set_on, p.set_by
from policies as p
where p.district = $district and p.known_from <= $calendar_known and (p.known_to is null or p.known_to > $calendar_known)
order by p.school_year, p.policy
