-- Which policies did the district choose, for which school year?
-- Grain: one row a school year and policy. Parameters: $district, $known. Columns: school_year, policy, value.
select p.school_year, p.policy, p.value
from policies as p
where p.district = $district and p.known_from <= $known and (p.known_to is null or p.known_to > $known)
order by p.school_year, p.policy
