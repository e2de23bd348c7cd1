-- Which policies did the district choose for a school year?
-- Grain: one row a policy. Parameters: $district, $school_year, $known. Columns: policy, value.
select p.policy, p.value
from policies as p
where
    p.district = $district and p.school_year = $school_year
    and p.known_from <= $known and (p.known_to is null or p.known_to > $known)
order by p.policy
